package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about a deposit. */
public enum DepositProblem implements Problem {
  /** Also said of a deposit of another organization. */
  NO_SUCH_DEPOSIT(404),
  /** The person belongs to no organization one can deposit for. */
  NO_ORGANIZATION(403),
  /** The dataset to renew is another organization's, or none. */
  NO_SUCH_DATASET(404),
  /** The form came without a file. */
  NO_FILE(400),
  /** A file that the page does not offer. */
  NO_SUCH_FILE(404),
  /** A person asks for files from addresses faster than anyone pastes them. */
  TOO_MANY_ADDRESSES(429),
  /** Someone changed the same page meanwhile. */
  CHANGED_MEANWHILE(409),
  /** The file was asked to be read otherwise since the page was made. */
  READING_CHANGED(409),
  /** Something changed since everything was checked. */
  CHECK_AGAIN(409),
  /** Another version of the dataset was published since this one was compared with it. */
  PUBLISHED_MEANWHILE(409),
  /** Rows would be lost, or are another authority's, and nobody agreed to it. */
  NOT_AGREED(422),
  /** Columns that do not tell the rows apart. */
  NO_SUCH_KEY(422),
  /** Someone wrote another value into the same cell. */
  CELL_CHANGED(422),
  /** Rows to be set aside that are no numbers. */
  ROWS_UNREADABLE(422),
  /** Rows to be set aside that the table does not have. */
  NO_SUCH_ROWS(422),
  /** More rows than are set aside at once. */
  TOO_MANY_ROWS(422),
  /** The rows of a file read before they were kept. */
  NO_ROWS_KEPT(409),
  /** Data that speak of people are not all decided about. */
  UNDECIDED(409),
  /** A second person has not agreed to what is kept. */
  UNCONFIRMED(409),
  /** A decision about people is no longer what the page showed. */
  DECISION_CHANGED(409),
  /** The reason chosen stands on a text or an agreement that is not named. */
  REFERENCE_MISSING(422),
  /** Kept as it is, for no reason. */
  REASON_MISSING(422),
  /** Whoever decided cannot be the one who agrees. */
  SECOND_PERSON(403),
  /** No one gives both visas. */
  BOTH_VISAS(403),
  /** Handed back without a word. */
  NOTE_MISSING(422),
  /** A step is asked before those it stands on. */
  NOT_YET(409),
  /** A mend that is not proposed for this file, or no longer. */
  NO_SUCH_MEND(422),
  /** A mend that is no longer what the page showed. */
  MEND_CHANGED(422),
  /** A mend that contradicts one already accepted. */
  MEND_EXCLUDED(422),
  /** A mend that somebody proposed, of another deposit or none. */
  NO_SUCH_SUGGESTION(404),
  /** What somebody proposed no longer goes with the deposit, or was answered. */
  SUGGESTION_STALE(409),
  /** Mends are proposed by those who accompany authorities. */
  NOT_YOURS_TO_SUGGEST(403),
  /** Nothing would be changed. */
  NOTHING_SUGGESTED(422),
  /** A cell that the table does not have. */
  NO_SUCH_CELL(422),
  /** A cell that speaks of people, or is too long to be written anew. */
  CELL_MASKED(422),
  /** What is practised on in a workshop never becomes public. */
  ONLY_PRACTICE(409),
  /** What is published of a deposit never changes. */
  ALREADY_PUBLISHED(409),
  /** The organization has as many deposits as it may. */
  TOO_MANY_DEPOSITS(507),
  /** The files of the organization take the room it has. */
  TOO_MANY_BYTES(507),
  /** Errors are left in the table. */
  ERRORS_LEFT(409),
  /** A visa is asked of someone who may not give it. */
  NOT_YOUR_VISA(403);

  private final int status;

  DepositProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
