package fr.jalon.engine;

/**
 * One sentence about how a file was read, and what of the reading it is about: a page offers the
 * other readings beside it.
 */
public record Told(Topic topic, String sentence) {
  /** What a sentence is about. */
  public enum Topic {
    /** Where the file comes from, hence how its accents are written. */
    ORIGIN,
    /** Which sheet or layer was read. */
    SHEET,
    /** Which of several tables of the sheet was read. */
    TABLE,
    /** How rows of the file became rows of the table. */
    SHAPE,
    /** Which rows name the columns. */
    HEADER,
    /** How many rows and columns, hence how rows are cut. */
    SIZE,
    /** Rows that are not in the table. */
    LEFT_OUT,
    /** A total that agrees with its column. */
    TOTAL_RIGHT,
    /** A total that does not. */
    TOTAL_WRONG,
    /** Rows and columns that somebody hid in the sheet. */
    HIDDEN,
    /** What a workbook holds beside its cells: never published. */
    UNPUBLISHED,
    /** Anything else worth saying. */
    NOTE
  }
}
