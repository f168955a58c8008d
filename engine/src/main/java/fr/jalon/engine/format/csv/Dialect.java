package fr.jalon.engine.format.csv;

import org.jspecify.annotations.Nullable;

/**
 * How cells and records are separated. Bytes, or -1 for none.
 *
 * @param escape before a quote inside a quoted cell; -1 when quotes are doubled
 * @param escapesAll true when the escape also stands before delimiters outside quotes
 * @param skipSpace true when a space follows each delimiter, before the quote too
 * @param run how many delimiters on end separate two cells: 0 when each of them does, 1 when a run
 *     counts as one, 2 when a lone one is part of a cell
 * @param bareReturns true when a lone carriage return ends a record
 * @param leftover a byte of which a run ends the records and means nothing (";;" after a file of
 *     commas)
 * @param columns where cells stand in a line when nothing delimits them, else null
 */
record Dialect(
    int delimiter,
    int quote,
    int escape,
    boolean escapesAll,
    boolean skipSpace,
    int run,
    boolean bareReturns,
    int leftover,
    @Nullable FixedWidth columns) {
  static final int NONE = -1;

  /** A file of one column. */
  static Dialect plain(boolean bareReturns) {
    return new Dialect(NONE, NONE, NONE, false, false, 0, bareReturns, NONE, null);
  }

  Dialect withDelimiter(int other) {
    return new Dialect(
        other, quote, escape, escapesAll, skipSpace, run, bareReturns, leftover, columns);
  }

  Dialect withQuote(int other) {
    return new Dialect(
        delimiter, other, escape, escapesAll, skipSpace, run, bareReturns, leftover, columns);
  }

  Dialect withSkipSpace(boolean other) {
    return new Dialect(
        delimiter, quote, escape, escapesAll, other, run, bareReturns, leftover, columns);
  }

  /**
   * @param all true when it also stands before delimiters outside quotes
   */
  Dialect withEscape(int other, boolean all) {
    return new Dialect(
        delimiter, quote, other, all, skipSpace, run, bareReturns, leftover, columns);
  }

  Dialect withRun(int other) {
    return new Dialect(
        delimiter, quote, escape, escapesAll, skipSpace, other, bareReturns, leftover, columns);
  }

  Dialect withLeftover(int other) {
    return new Dialect(
        delimiter, quote, escape, escapesAll, skipSpace, run, bareReturns, other, columns);
  }

  Dialect withColumns(FixedWidth other) {
    return new Dialect(
        delimiter, quote, escape, escapesAll, skipSpace, run, bareReturns, leftover, other);
  }
}
