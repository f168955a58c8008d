package fr.jalon.portal.agreement;

/** Where an agreement is on a day. */
public enum Status {
  DRAFT,
  SENT,
  PARTLY_SIGNED,
  IN_FORCE,
  /** It came to its term. */
  ENDED_BY_TERM,
  /** The beneficiary ended it. */
  TERMINATED,
  ENDED_BY_MEMBERSHIP_LOSS,
  ENDED_BY_BOTH,
  /** In a way the text does not know. */
  ENDED_OUTSIDE,
  /** Before both had signed. */
  GIVEN_UP;

  /** True while it is not signed by both. */
  public boolean isBeforeForce() {
    return this == DRAFT || this == SENT || this == PARTLY_SIGNED;
  }

  /** True once nothing more is done under it. */
  public boolean isOver() {
    return switch (this) {
      case DRAFT, SENT, PARTLY_SIGNED, IN_FORCE -> false;
      case ENDED_BY_TERM,
          TERMINATED,
          ENDED_BY_MEMBERSHIP_LOSS,
          ENDED_BY_BOTH,
          ENDED_OUTSIDE,
          GIVEN_UP ->
          true;
    };
  }
}
