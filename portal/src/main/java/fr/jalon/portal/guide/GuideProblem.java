package fr.jalon.portal.guide;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request for a guide. */
enum GuideProblem implements Problem {
  NO_SUCH_GUIDE(404);

  private final int status;

  GuideProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
