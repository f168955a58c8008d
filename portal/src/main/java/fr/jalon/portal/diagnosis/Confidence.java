package fr.jalon.portal.diagnosis;

/** How far a level may be relied on: the share of what concerns the authority that it answered. */
public enum Confidence {
  SOLID,
  TO_COMPLETE,
  CAUTION;

  /** Share of answers, in percent, from which a level is solid. */
  static final int SOLID_FROM = 80;

  /** Share of answers, in percent, from which a level only asks to be completed. */
  static final int USABLE_FROM = 50;

  static Confidence of(int answered, int concerned) {
    if (concerned == 0 || 100L * answered < (long) USABLE_FROM * concerned) {
      return CAUTION;
    }
    return 100L * answered >= (long) SOLID_FROM * concerned ? SOLID : TO_COMPLETE;
  }
}
