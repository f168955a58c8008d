package fr.jalon.portal.home;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request to the roof. */
public enum HomeProblem implements Problem {
  /** A total is not what its lines make: no file leaves with it. */
  TOTALS_DO_NOT_AGREE(409);

  private final int status;

  HomeProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
