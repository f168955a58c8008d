package fr.jalon.portal.programme;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about the programme. */
public enum ProgrammeProblem implements Problem {
  NO_SUCH_SEASON(404),
  NO_SUCH_CANDIDACY(404),
  /** Also said of another authority's. */
  NO_SUCH_BENEFICIARY(404),
  NO_SUCH_MEETING(404),
  /** A link that was never ours, or of what is no more. */
  NO_SUCH_LINK(404),
  /** Where one joins a meeting is the address of a page. */
  NO_SUCH_PAGE(422),
  /** Only administrators do that. */
  FOR_ADMINISTRATORS(403),
  /** Someone changed it since the page was made. */
  CHANGED_MEANWHILE(409),
  /** Another season has that name. */
  NAME_TAKEN(409),
  /** An agreement of this season is signed by someone: it stays as it is. */
  SEASON_SIGNED(409),
  /** Something is to be put right in the form. */
  FORM_TO_MEND(422),
  WORDS_MISSING(422),
  TOO_LONG(422),
  NO_SUCH_DAY(422),
  NO_SUCH_NUMBER(422),
  NO_SUCH_AMOUNT(422),
  /** Days that do not follow one another. */
  DAYS_OUT_OF_ORDER(422),
  LINES_DO_NOT_ADD_UP(422),
  /** None of the lines, or several, is the beneficiary's own. */
  ONE_OWN_LINE(422),
  /** The call is not open today. */
  CALL_CLOSED(409),
  /** It applied already. */
  APPLIED_ALREADY(409),
  /** None is found by that name or number. */
  NO_SUCH_AUTHORITY(422),
  /** Several are. */
  AUTHORITY_UNCLEAR(422),
  /** Nine digits whose key is wrong. */
  NO_SUCH_SIREN(422),
  NO_SUCH_SIRET(422),
  NO_SUCH_EMAIL(422),
  TOO_MANY_REQUESTS(429),
  /** It was decided. */
  DECIDED_ALREADY(409),
  /** An authority nobody confirmed cannot be accepted. */
  TO_BE_CONFIRMED(409),
  /** Not a person of the authority. */
  NO_SUCH_COLLEAGUE(422),
  NO_SUCH_STAGE(422),
  /** Nobody is chosen. */
  NOBODY_CHOSEN(422),
  /** It is over, or too far away. */
  DAY_OUT_OF_SEASON(422),
  /** It has not taken place yet. */
  NOT_YET(422),
  /** It was called off. */
  CALLED_OFF(409),
  /** Somebody came: it is no longer called off. */
  SOMEBODY_CAME(409),
  /** Counting it is not decided here. */
  NOT_TO_DECIDE(409),
  WRONG_LENGTH(422);

  private final int status;

  ProgrammeProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
