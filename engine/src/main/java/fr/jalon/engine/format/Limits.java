package fr.jalon.engine.format;

/**
 * How much of anything the readers take before they refuse: absolute figures, because a ratio
 * refuses honest files and a small file can hold big numbers.
 */
public final class Limits {
  /** Files in one archive. */
  public static final int ARCHIVE_ENTRIES = 1_000;

  /** Bytes that may come out of one archive, all files together. */
  public static final long ARCHIVE_BYTES = 2L << 30;

  /** Below this many bytes out of one file of an archive, no ratio is looked at. */
  public static final long RATIO_FLOOR = 50L << 20;

  /** Bytes out for one byte in, beyond {@link #RATIO_FLOOR}. Sheets of real data stay under 60. */
  public static final long RATIO = 250;

  /** Columns of a sheet, as many as spreadsheets have. */
  public static final int COLUMNS = 16_384;

  public static final long ROWS = 5_000_000;

  /** Cells that hold something. */
  public static final long CELLS = 50_000_000;

  /** Bytes of all the cells of a table, each counted where it stands: one text may stand often. */
  public static final long TEXT_BYTES = 2L << 30;

  /** Characters a spreadsheet holds in one cell; longer ones are read and told about. */
  public static final int CELL_CHARACTERS = 32_767;

  /** Bytes of one cell of a workbook beyond which the file is refused. */
  public static final int CELL_BYTES = 1 << 20;

  /** Elements inside one another in XML. */
  public static final int XML_DEPTH = 100;

  /** Sheets or layers of one file. */
  public static final int SHEETS = 1_000;

  /** Rows times columns of a table, filled or not: what a pass over it costs. */
  public static final long GRID = 1_000_000_000;

  /** Bytes of one value, such as a geometry, or of one text or tag in XML. */
  public static final int VALUE_BYTES = 16 << 20;

  /** Attributes of one element in XML. */
  public static final int XML_ATTRIBUTES = 1_000;

  /** Objects and arrays inside one another in JSON. */
  public static final int JSON_DEPTH = 64;

  /** Digits of one number in JSON. */
  public static final int JSON_NUMBER_LENGTH = 1_000;

  /** Characters of one name in JSON. */
  public static final int JSON_NAME_LENGTH = 50_000;

  private Limits() {}
}
