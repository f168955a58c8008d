package fr.jalon.portal.account;

/** What a person may do; each has one. */
public enum Role {
  /** Deposits and describes files of their authority. */
  AGENT,
  /** The référent: an agent who also invites colleagues and gives their authority's visa. */
  FOCAL_POINT,
  /** The animateur: helps every authority and gives the second visa. */
  FACILITATOR,
  /** Bills and collects for the organizer; sees agreements and money, and no data. */
  FINANCE,
  /** Runs the portal. */
  ADMINISTRATOR,
  /** Practises in a workshop, under a first name, on one prepared file; goes with it. */
  TRAINEE;

  /** True for those who work for one authority only, and see that one only. */
  public boolean belongsToAnAuthority() {
    return this == AGENT || this == FOCAL_POINT;
  }
}
