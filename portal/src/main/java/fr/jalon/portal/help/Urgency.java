package fr.jalon.portal.help;

/** How much the person needs it, in their words. */
public enum Urgency {
  /** They cannot go on. */
  BLOCKED(1),
  /** They are in doubt, and go on. */
  IN_DOUBT(2);

  private final int days;

  Urgency(int days) {
    this.days = days;
  }

  /** Working days within which somebody answers. */
  public int days() {
    return days;
  }
}
