package fr.jalon.portal.privacy;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about personal data. */
public enum PrivacyProblem implements Problem {
  NO_SUCH_RETENTION(404),
  /** What would go is no longer what was shown. */
  CHANGED_MEANWHILE(409),
  /** Administrators do not erase themselves. */
  NOT_YOURSELF(409),
  /** Nothing is past its time. */
  NOTHING_DUE(409),
  /** No address to look for. */
  EMAIL_MISSING(422),
  /** The box that says "I read this" is not ticked. */
  NOT_CONFIRMED(422),
  /** Public archives do not go without the visa of the archives. */
  VISA_MISSING(422),
  /** What needs a visa is accepted list by list. */
  NEVER_EVERY_NIGHT(409);

  private final int status;

  PrivacyProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
