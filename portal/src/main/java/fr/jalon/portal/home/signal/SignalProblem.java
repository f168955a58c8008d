package fr.jalon.portal.home.signal;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about a signal. */
public enum SignalProblem implements Problem {
  NO_SUCH_SIGNAL(404),
  /** Neither tomorrow nor next week. */
  NO_SUCH_DAY(422),
  /** No number of days one can wait. */
  NO_SUCH_THRESHOLD(422);

  private final int status;

  SignalProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
