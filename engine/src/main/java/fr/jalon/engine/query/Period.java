package fr.jalon.engine.query;

import java.time.LocalDate;

/**
 * The rows of one month or one year.
 *
 * @param start its first day
 * @param sum of the column asked for, 0 when none was
 */
public record Period(LocalDate start, long rows, double sum) {
  /** How long a period is. */
  public enum Length {
    MONTH("month"),
    YEAR("year");

    private final String word;

    Length(String word) {
      this.word = word;
    }

    /** As DuckDB names it. */
    String word() {
      return word;
    }

    /** The first day of the period after the one that begins on that day. */
    public LocalDate next(LocalDate start) {
      return this == MONTH ? start.plusMonths(1) : start.plusYears(1);
    }
  }
}
