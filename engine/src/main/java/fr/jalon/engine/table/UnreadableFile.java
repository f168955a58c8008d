package fr.jalon.engine.table;

/**
 * Thrown inside the engine when a file cannot be read further; {@code Engine} turns it into its
 * {@link Refusal}.
 */
public final class UnreadableFile extends Exception {
  private final transient Refusal refusal;

  public UnreadableFile(Refusal refusal) {
    super(refusal.code() + " " + refusal.parameters());
    this.refusal = refusal;
  }

  public UnreadableFile(String code) {
    this(Refusal.of(code));
  }

  public Refusal refusal() {
    return refusal;
  }
}
