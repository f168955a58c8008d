package fr.jalon.portal.catalog;

import java.util.Locale;

/** How often a dataset is renewed: the frequencies of the European authority list we use. */
public enum UpdateFrequency {
  CONTINUOUS("CONT", 1),
  DAILY("DAILY", 1),
  WEEKLY("WEEKLY", 7),
  MONTHLY("MONTHLY", 31),
  QUARTERLY("QUARTERLY", 92),
  BIANNUAL("ANNUAL_2", 184),
  ANNUAL("ANNUAL", 366),
  BIENNIAL("BIENNIAL", 731),
  IRREGULAR("IRREG", 0),
  NEVER("NEVER", 0),
  UNKNOWN("UNKNOWN", 0);

  private static final String AUTHORITY =
      "http://publications.europa.eu/resource/authority/frequency/";

  private final String code;
  private final int days;

  UpdateFrequency(String code, int days) {
    this.code = code;
    this.days = days;
  }

  /** URI in the European authority list. */
  public String uri() {
    return AUTHORITY + code;
  }

  /** Longest time between two updates, in days; 0 when nothing is promised. */
  public int days() {
    return days;
  }

  /** As written in addresses ("annual"). */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
