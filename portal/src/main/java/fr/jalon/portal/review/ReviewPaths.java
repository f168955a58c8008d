package fr.jalon.portal.review;

import java.util.UUID;

/** The addresses of this room. */
public final class ReviewPaths {
  public static final String ALL = "/bilans";

  /** Of a beneficiary's reports; its id follows. */
  static final String BENEFICIARIES = ALL + "/pour";

  /** Of a season's; its name follows. */
  static final String SEASONS = ALL + "/saisons";

  /** Where the survey is answered by a link. */
  static final String LINKS = ALL + "/avis";

  /** Of the pages everybody sees. */
  public static final String PUBLIC = "/saisons";

  /** Asks for another organizer than the one that is known. */
  static final String OTHER = "autre";

  private ReviewPaths() {}

  public static String review(UUID id) {
    return ALL + "/" + id;
  }

  /** All reports of a beneficiary. */
  public static String beneficiary(UUID id) {
    return BENEFICIARIES + "/" + id;
  }

  /** All reports of a season. */
  public static String season(String slug) {
    return SEASONS + "/" + slug;
  }

  /** Where one says in whose name else the data of seasons are published. */
  static String otherOrganizer(String slug) {
    return season(slug) + "?organisme=" + OTHER + "#donnees";
  }

  /** The page of a season that everybody sees. */
  public static String ofAll(String slug) {
    return PUBLIC + "/" + slug;
  }
}
