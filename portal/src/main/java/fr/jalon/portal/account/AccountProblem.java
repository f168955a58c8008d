package fr.jalon.portal.account;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about accounts. */
public enum AccountProblem implements Problem {
  /** Also said of a person one may not know of. */
  NO_SUCH_PERSON(404),
  /** Unknown, used or too old: the three are not told apart. */
  LINK_NO_LONGER_VALID(410),
  EMAIL_ALREADY_KNOWN(409),
  ROLE_NOT_YOURS_TO_GIVE(403),
  CANNOT_WITHDRAW_YOURSELF(409),
  NAME_MISSING(422),
  EMAIL_MISSING(422),
  AUTHORITY_MISSING(422),
  /** Several have that name. */
  AUTHORITY_UNCLEAR(422),
  PASSWORD_TOO_SHORT(422),
  PASSWORD_TOO_LONG(422),
  /** A few letters, again and again. */
  PASSWORD_REPEATED(422),
  /** Keys that are neighbours, letters or digits in order. */
  PASSWORD_IN_ORDER(422),
  /** Made of words that are tried first, everywhere. */
  PASSWORD_WELL_KNOWN(422),
  /** Made of what is known of the person. */
  PASSWORD_PERSONAL(422),
  /** Made of several of these, and little else. */
  PASSWORD_TOO_PLAIN(422);

  private final int status;

  AccountProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
