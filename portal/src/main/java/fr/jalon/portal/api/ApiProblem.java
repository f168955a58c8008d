package fr.jalon.portal.api;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request made to the API, beside what the catalog refuses. */
enum ApiProblem implements Problem {
  TOO_MANY_REQUESTS(429);

  private final int status;

  ApiProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
