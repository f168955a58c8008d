package fr.jalon.portal.agreement;

/** Who signs. */
public enum Party {
  /** The body that runs the programme. */
  ORGANIZER,
  /** The local authority. */
  BENEFICIARY
}
