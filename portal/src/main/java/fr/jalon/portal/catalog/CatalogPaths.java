package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.Territory;
import java.util.Locale;
import java.util.UUID;

/** The addresses of what the catalog holds, on the pages and in the API. */
public final class CatalogPaths {
  public static final String DATASETS = "/jeux-de-donnees";
  public static final String SANDBOX = "/bac-a-sable";
  public static final String AUTHORITIES = "/collectivites";

  /** Where administrators keep the words for the same thing. */
  public static final String SYNONYMS = "/recherche/mots";

  public static final String THEMES = "/themes";
  public static final String MODELS = "/modeles";

  /** Two versions of a dataset side by side, below it. */
  public static final String COMPARISON = "/comparaison";

  public static final String CARE = "/gestion";

  private CatalogPaths() {}

  public static String dataset(String slug) {
    return DATASETS + "/" + slug;
  }

  /** Where its own people look after a dataset: its versions, its history, its withdrawal. */
  public static String care(String slug) {
    return dataset(slug) + CARE;
  }

  public static String sandbox(String slug) {
    return SANDBOX + "/" + slug;
  }

  /** Where programs read a dataset; its rows are below. */
  public static String api(String slug) {
    return "/api/datasets/" + slug;
  }

  public static String authority(String slug) {
    return AUTHORITIES + "/" + slug;
  }

  /** A place as addresses write it: "commune-45232". */
  public static String place(Territory place) {
    return place.level().name().toLowerCase(Locale.ROOT) + "-" + place.code();
  }

  public static String theme(Theme theme) {
    return THEMES + "/" + theme.key();
  }

  /**
   * The page of a national model: "scdl/subventions" is at ".../scdl-subventions".
   *
   * @param schema its code
   */
  public static String model(String schema) {
    return MODELS + "/" + schema.replace('/', '-');
  }

  /** "arbres-v2.csv"; "arbres-bac-a-sable.csv" before it has a number. */
  public static String fileName(String slug, Version version, WrittenFormat format) {
    String which = version.number() == 0 ? "bac-a-sable" : "v" + version.number();
    return slug + "-" + which + "." + format.code();
  }

  /** A stable name for a dataset that survives its titles. */
  public static String identifier(UUID id) {
    return "urn:uuid:" + id;
  }
}
