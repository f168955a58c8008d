package fr.jalon.portal.agreement;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about an agreement. */
public enum AgreementProblem implements Problem {
  /** Also said of another authority's. */
  NO_SUCH_AGREEMENT(404),
  /** The authority has one for this season already. */
  ALREADY_DRAFTED(409),
  /** Something was recorded since the page was made. */
  CHANGED_MEANWHILE(409),
  /** The day is to come: what has not happened is no fact. */
  DAY_TO_COME(422),
  /** The day is none, or before the agreement was written. */
  NO_SUCH_DAY(422),
  /** No day is written, or one that is none. */
  DAY_MISSING(422),
  /** This party has signed. */
  SIGNED_ALREADY(409),
  /** The form was already used to record something else. */
  RECORDED_ALREADY(409),
  /** Nothing is signed by both: there is nothing to amend, to end nor to bill. */
  NOT_SIGNED(409),
  /** Signed by both: it is ended, not given up. */
  SIGNED_BY_BOTH(409),
  /** It is over: nothing ends twice. */
  OVER(409),
  /** The text plans no renewal. */
  NO_RENEWAL(422),
  /** It would end before it begins, or after its term. */
  END_OUT_OF_PLACE(422),
  /** An amendment holds from its later signature on. */
  AMENDMENT_OUT_OF_PLACE(422),
  /** Amounts that do not add up, are negative or beyond reason. */
  NO_SUCH_AMOUNT(422),
  /** Funding lines that do not add up to the budget. */
  LINES_DO_NOT_ADD_UP(422),
  /** The notices that live would ask for more than is due. */
  NOTICED_ABOVE_DUE(422),
  /** More than is still to be paid. */
  PAID_ABOVE_DUE(422),
  /** A notice that is none of this agreement's. */
  NO_SUCH_NOTICE(422),
  /** Nobody of that name brings anything to that season. */
  NO_SUCH_FUNDER(422),
  /** Something is missing that must be written. */
  WORDS_MISSING(422),
  /** Not a choice of this doubt. */
  NO_SUCH_CHOICE(422),
  /** A fact that is none of this agreement's, or that is corrected already. */
  NO_SUCH_FACT(422);

  private final int status;

  AgreementProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
