package fr.jalon.portal.guide;

/**
 * A word of the pages that not everybody knows. The word and its meaning are in the message files
 * under {@code term.<key>} and {@code term.<key>.means}.
 */
public enum Term {
  OPEN_DATA("donnees-ouvertes"),
  DATASET("jeu-de-donnees"),
  REUSE("reutilisation"),
  LICENCE("licence"),
  SCHEMA("modele-national"),
  CONFORMITY("conformite"),
  METADATA("description"),
  CSV("csv"),
  DELIMITER("separateur"),
  ENCODING("encodage"),
  GEOJSON("geojson"),
  PARQUET("parquet"),
  API("api"),
  INSEE("code-insee"),
  SIRET("siret"),
  PROJECTION("projection"),
  COMPLETENESS("completude"),
  FRESHNESS("fraicheur"),
  PERSONAL_DATA("donnee-personnelle"),
  ANONYMITY("anonymisation"),
  SANDBOX("bac-a-sable"),
  VISA("visa"),
  VERSION("version"),
  CATALOGUE("catalogue");

  private final String key;

  Term(String key) {
    this.key = key;
  }

  /** Its name on the page of words, and in the message files. */
  public String key() {
    return key;
  }

  public String textKey() {
    return "term." + key;
  }

  public String meaningKey() {
    return textKey() + ".means";
  }

  public String href() {
    return GuideController.WORDS + "#" + key;
  }
}
