package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request made to the catalog. */
public enum CatalogProblem implements Problem {
  /** Also said of a sandbox the person may not know of. */
  NO_SUCH_DATASET(404),
  NO_SUCH_VERSION(404),
  NO_SUCH_FILE(404),
  /** The format holds fewer columns than the dataset has. */
  FORMAT_TOO_NARROW(404),
  /** The format holds fewer bytes than the dataset needs. */
  FORMAT_TOO_SMALL(404),
  /** A file is under way, and takes longer than an answer may. */
  FILE_BEING_MADE(503),
  /** A file could not be made, and the fault is ours. */
  FILE_NOT_MADE(503),
  NO_SUCH_PUBLISHER(404),
  /** Someone published that very version before. */
  ALREADY_PUBLISHED(409),
  /** Another version took its place in the sandbox meanwhile. */
  SANDBOX_CHANGED(409),
  /** Someone withdrew it before. */
  ALREADY_WITHDRAWN(409),
  /** It is seen by all, and what was asked is for what is not. */
  NOT_WITHDRAWN(409),
  /** The version was withdrawn or erased: it cannot come back as it is. */
  VERSION_NOT_SEEN(409),
  ALREADY_ERASED(409),
  /** What all see cannot be erased under their eyes. */
  STILL_PUBLISHED(409),
  /** Only those who answer for the publisher may. */
  NOT_YOURS_TO_WITHDRAW(403),
  REASON_MISSING(422),
  REASON_TOO_LONG(422),
  /** Nothing erased comes back: it is confirmed. */
  NOT_CONFIRMED(422),
  SYNONYMS_MISSING(422),
  SYNONYMS_TOO_LONG(422),
  SYNONYMS_TOO_MANY(422),
  UNKNOWN_PARAMETER(400),
  /** A facet has no such value, or it is not written so. */
  UNKNOWN_CHOICE(400),
  BAD_LIST_PAGE(400),
  /** Only a facet may be given more than once. */
  GIVEN_TWICE(400),
  UNKNOWN_COLUMN(400),
  UNKNOWN_OPERATOR(400),
  /** A filter's value is not of its column's type. */
  BAD_VALUE(400),
  BAD_PAGE(400),
  NOT_A_NUMBER(400),
  TOO_MUCH_ASKED(400),
  TOO_SLOW(503),
  BUSY(503);

  private final int status;

  CatalogProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
