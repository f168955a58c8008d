package fr.jalon.portal.catalog;

import java.util.Locale;

/** The thirteen data themes of the European authority list. */
public enum Theme {
  AGRICULTURE("AGRI"),
  ECONOMY("ECON"),
  EDUCATION("EDUC"),
  ENERGY("ENER"),
  ENVIRONMENT("ENVI"),
  GOVERNMENT("GOVE"),
  HEALTH("HEAL"),
  INTERNATIONAL("INTR"),
  JUSTICE("JUST"),
  TERRITORY("REGI"),
  SOCIETY("SOCI"),
  SCIENCE("TECH"),
  TRANSPORT("TRAN");

  private static final String AUTHORITY =
      "http://publications.europa.eu/resource/authority/data-theme/";

  private final String code;

  Theme(String code) {
    this.code = code;
  }

  /** URI in the European authority list. */
  public String uri() {
    return AUTHORITY + code;
  }

  /** As written in addresses ("environment"). */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
