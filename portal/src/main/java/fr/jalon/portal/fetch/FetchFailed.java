package fr.jalon.portal.fetch;

import java.io.IOException;

/**
 * Nothing could be taken from an address, and the person who gave it is to be told why. Never holds
 * what the other site answered, nor the number its name stands for.
 *
 * <p>Has no stack trace: it is an answer, not a fault.
 */
public final class FetchFailed extends IOException {
  private final FetchProblem problem;
  private final String site;

  /**
   * @param site name of the site, "" when there is none to name
   */
  FetchFailed(FetchProblem problem, String site) {
    super(problem.code() + (site.isEmpty() ? "" : " " + site));
    this.problem = problem;
    this.site = site;
  }

  public FetchProblem problem() {
    return problem;
  }

  /** Name of the site at fault, "" when there is none to name. */
  public String site() {
    return site;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
