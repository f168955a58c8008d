package fr.jalon.portal.explore;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request made to the pages of a dataset. */
enum ExploreProblem implements Problem {
  NO_SUCH_ROW(404),
  NO_PLACE(404),
  NO_CHART(404),
  NO_SUCH_THEME(404),
  NO_SUCH_MODEL(404);

  private final int status;

  ExploreProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
