package fr.jalon.engine.format.csv;

/**
 * How cells and records are separated. Bytes, or -1 for none.
 *
 * @param escape before a quote inside a quoted cell; -1 when quotes are doubled
 * @param skipSpace true when a space follows each delimiter, before the quote too
 * @param bareReturns true when a lone carriage return ends a record
 * @param leftover a byte of which a run ends the records and means nothing (";;" after a file of
 *     commas)
 */
record Dialect(
    int delimiter, int quote, int escape, boolean skipSpace, boolean bareReturns, int leftover) {
  static final int NONE = -1;

  Dialect withDelimiter(int other) {
    return new Dialect(other, quote, escape, skipSpace, bareReturns, leftover);
  }

  Dialect withQuote(int other) {
    return new Dialect(delimiter, other, escape, skipSpace, bareReturns, leftover);
  }

  Dialect withSkipSpace(boolean other) {
    return new Dialect(delimiter, quote, escape, other, bareReturns, leftover);
  }

  Dialect withEscape(int other) {
    return new Dialect(delimiter, quote, other, skipSpace, bareReturns, leftover);
  }

  Dialect withLeftover(int other) {
    return new Dialect(delimiter, quote, escape, skipSpace, bareReturns, other);
  }
}
