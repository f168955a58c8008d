package fr.jalon.engine.rule.mend;

/** What can be put in order in an outline without moving any place. */
public enum OutlineFault {
  /** It does not end where it begins. */
  OPEN,
  /** It turns the other way than the standard has it (RFC 7946, 3.1.6). */
  TURNED,
  /** The same point twice in a row. */
  REPEATED
}
