package fr.jalon.engine.format;

import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.Map;

/**
 * A refusal met where only an {@link IOException} may pass, such as inside a stream. Readers turn
 * it into {@link UnreadableFile} where they can.
 */
public final class RefusedException extends IOException {
  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.code() + " " + refusal.parameters());
    this.refusal = refusal;
  }

  public RefusedException(String code) {
    this(Refusal.of(code));
  }

  public RefusedException(String code, String parameter, Object value) {
    this(new Refusal(code, Map.of(parameter, String.valueOf(value))));
  }

  public Refusal refusal() {
    return refusal;
  }

  public UnreadableFile unreadable() {
    return new UnreadableFile(refusal);
  }
}
