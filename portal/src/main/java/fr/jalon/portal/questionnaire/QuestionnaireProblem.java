package fr.jalon.portal.questionnaire;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about questionnaires. */
public enum QuestionnaireProblem implements Problem {
  /** Also said of another authority's. */
  NO_SUCH_QUESTIONNAIRE(404),
  NO_SUCH_VERSION(404),
  NO_SUCH_QUESTION(404),
  /** Never ours, taken back, or of a respondent who was removed. */
  NO_SUCH_LINK(404),
  LINK_EXPIRED(410),
  /** A colleague's link is for some sections only. */
  NOT_YOUR_SECTION(403),
  /** The référent, or those of the region. */
  FOR_GUIDES(403),
  NO_SUCH_RESPONDENT(404),
  RESPONDENT_REMOVED(403),
  /** It was handed in: it is to be opened again first. */
  HANDED_IN(409),
  CHANGED_MEANWHILE(409),
  /** The answer that somebody keeps is not the one they read. */
  ANSWERED_MEANWHILE(409),
  VERSION_IN_USE(409),
  /** One next version is written at a time. */
  ALREADY_BEING_WRITTEN(409),
  NO_SUCH_CHOICE(422),
  NOT_A_NUMBER(422),
  OUT_OF_RANGE(422),
  TOO_LONG(422),
  WORDS_MISSING(422),
  NO_SUCH_EMAIL(422),
  TOO_MANY_RESPONDENTS(422),
  CIRCULAR_CONDITION(422),
  CONDITION_ON_NOTHING(422),
  TOO_FEW_CHOICES(422),
  NO_SUCH_WEIGHT(422),
  NO_SUCH_LEVEL(422),
  TABLE_WITHOUT_ROWS(422),
  TOO_MANY_FREE_ROWS(422),
  /** Its questions go first. */
  SECTION_NOT_EMPTY(422);

  private final int status;

  QuestionnaireProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
