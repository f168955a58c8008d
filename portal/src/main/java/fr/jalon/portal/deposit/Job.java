package fr.jalon.portal.deposit;

/** What a worker does for a deposit. */
public enum Job {
  /** Reads the file whole. */
  INSPECT,
  /** Applies the accepted repairs, looks again and writes the files. */
  REPAIR
}
