package fr.jalon.engine.format;

/** What files of a format are made of. */
public enum Family {
  /** Lines of text, of which one may name the columns. */
  TEXT,
  /** Sheets of cells, of which a row may name the columns. */
  WORKBOOK,
  /** Records that name their values themselves. */
  RECORDS,
  /** Layers of places, each with values that have names. */
  MAP,
  /** No table of its own: a file that holds another, or none. */
  OTHER;

  /** True when names come with the values: no row of titles is looked for. */
  public boolean namesItsColumns() {
    return this == RECORDS || this == MAP;
  }
}
