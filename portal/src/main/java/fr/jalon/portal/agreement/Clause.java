package fr.jalon.portal.agreement;

import java.util.Locale;

/**
 * A part of the text that decides something, by its key: the number of its article is the matter of
 * each season's text.
 */
public enum Clause {
  /** What the accompaniment is, its phases, its sessions. */
  ACCOMPANIMENT,
  /** The budget, who brings what, when the notice is sent. */
  FUNDING,
  /** What each party does: the référent, the information, the costs. */
  ROLES,
  /** Protection of personal data. */
  PERSONAL_DATA,
  /** From when to when; no renewal. */
  DURATION,
  /** Ended by the beneficiary, or by the loss of its membership. */
  UNILATERAL_TERMINATION,
  /** Ended by both. */
  MUTUAL_TERMINATION,
  /** Changed by an amendment that both sign. */
  AMENDMENT,
  /** Where acts are sent. */
  DOMICILE,
  /** Nothing in the text: recorded as outside it. */
  NONE;

  /** As written in a season's text ("unilateral-termination"). */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
