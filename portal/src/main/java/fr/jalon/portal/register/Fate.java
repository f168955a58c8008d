package fr.jalon.portal.register;

/** What becomes of the lines of a {@link Trace} when a person asks to be forgotten. */
public enum Fate {
  /** The lines go. */
  ERASED,
  /** The lines stay, and name nobody any more. */
  ANONYMIZED,
  /** Kept: the supporting documents of public money, until their time is over. */
  KEPT_FOR_ACCOUNTS,
  /**
   * Kept: shows that a decision was taken by somebody who could (GDPR, articles 5(2) and 17(3)).
   */
  KEPT_AS_PROOF,
  /** Kept: published, so that only a new publication changes it. */
  KEPT_AS_PUBLISHED,
  /** Kept: it is the authority's, and names the person by nothing but a number. */
  KEPT_FOR_AUTHORITY;

  /** True when the lines are left as they are. */
  public boolean isKept() {
    return this != ERASED && this != ANONYMIZED;
  }
}
