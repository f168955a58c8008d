package fr.jalon.portal.questionnaire;

import java.util.UUID;

/** The addresses of this room. */
public final class QuestionnairePaths {
  public static final String ALL = "/questionnaires";
  static final String VERSIONS = ALL + "/versions";

  /** For someone without an account, with a link. */
  static final String LINKS = ALL + "/repondre";

  private QuestionnairePaths() {}

  public static String filling(UUID id) {
    return ALL + "/" + id;
  }

  /** Where the questionnaires of a beneficiary are. */
  public static String of(UUID beneficiaryId) {
    return ALL + "/pour/" + beneficiaryId;
  }
}
