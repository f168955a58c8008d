package fr.jalon.portal.catalog;

/** Who may see a dataset. */
public enum Visibility {
  /**
   * Rehearsal: seen by the people of its publisher, facilitators and administrators; never listed,
   * never in feeds.
   */
  SANDBOX,
  /** Seen by all. */
  PUBLISHED,
  /** Was seen by all; a {@link Tombstone} stands at its addresses. */
  WITHDRAWN
}
