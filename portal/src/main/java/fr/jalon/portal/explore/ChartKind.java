package fr.jalon.portal.explore;

import java.util.Locale;

/** A way of drawing a dataset. */
enum ChartKind {
  /** Rows or an amount, by the values of a column. */
  BARS("barres"),
  /** Rows or an amount, month after month or year after year. */
  LINE("courbe"),
  /** How the numbers of a column spread. */
  SPREAD("repartition"),
  /** Two numbers of each row. */
  PAIRS("deux-nombres");

  private final String word;

  ChartKind(String word) {
    this.word = word;
  }

  /** As addresses write it. */
  String word() {
    return word;
  }

  /** Its name in message keys. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
