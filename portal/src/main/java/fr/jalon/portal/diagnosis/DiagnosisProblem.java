package fr.jalon.portal.diagnosis;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about a diagnosis. */
public enum DiagnosisProblem implements Problem {
  /** There are no answers yet, or it is another authority's. */
  NO_SUCH_DIAGNOSIS(404),
  NO_SUCH_SNAPSHOT(404),
  NO_SUCH_DIMENSION(404),
  /** Also said to those who are not to know of it. */
  NO_SUCH_INTERVIEW(404),
  FOR_THE_REGION(403),
  CHANGED_MEANWHILE(409),
  /** An entry is frozen from the questionnaire of the entry. */
  ANOTHER_OCCASION(422),
  NO_SUCH_LEVEL(422),
  REASON_MISSING(422),
  NAME_MISSING(422),
  CONSENT_MISSING(422),
  SUMMARY_MISSING(422),
  NO_SUCH_DAY(422),
  TOO_LONG(422);

  private final int status;

  DiagnosisProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
