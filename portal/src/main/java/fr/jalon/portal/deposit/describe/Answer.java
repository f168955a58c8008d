package fr.jalon.portal.deposit.describe;

import java.util.Locale;

/** What is answered of a dataset as a whole, in the order of the form. */
public enum Answer {
  TITLE,
  SUMMARY,
  KEYWORDS,
  THEME,
  TERRITORY,
  PERIOD,
  FREQUENCY,
  LICENSE,
  CONTACT;

  /** Its name in forms and message keys ("title"). */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
