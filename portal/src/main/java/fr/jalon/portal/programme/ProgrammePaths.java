package fr.jalon.portal.programme;

import java.util.UUID;

/** The addresses of this room. */
public final class ProgrammePaths {
  public static final String PROGRAMME = "/programme";
  public static final String SEASONS = PROGRAMME + "/saisons";
  public static final String CANDIDACIES = PROGRAMME + "/candidatures";
  public static final String BENEFICIARIES = PROGRAMME + "/beneficiaires";
  public static final String MEETINGS = PROGRAMME + "/rendez-vous";

  /** Where someone without an account says whether they come. */
  static final String ANSWERS = PROGRAMME + "/reponse";

  /** Of the calendar that programs read. */
  static final String CALENDARS = PROGRAMME + "/agenda";

  private ProgrammePaths() {}

  public static String beneficiary(UUID id) {
    return BENEFICIARIES + "/" + id;
  }

  public static String meeting(UUID id) {
    return MEETINGS + "/" + id;
  }

  /** Of the agreement's own pages. */
  public static String agreement(UUID id) {
    return "/conventions/" + id;
  }

  public static String candidacy(UUID id) {
    return CANDIDACIES + "/" + id;
  }
}
