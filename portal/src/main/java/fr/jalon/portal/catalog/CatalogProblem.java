package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request made to the catalog. */
public enum CatalogProblem implements Problem {
  /** Also said of a sandbox the person may not know of. */
  NO_SUCH_DATASET(404),
  NO_SUCH_VERSION(404),
  NO_SUCH_FILE(404),
  NO_SUCH_PUBLISHER(404),
  /** Someone published that very version before. */
  ALREADY_PUBLISHED(409),
  /** Another version took its place in the sandbox meanwhile. */
  SANDBOX_CHANGED(409),
  UNKNOWN_PARAMETER(400),
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
