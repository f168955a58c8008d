package fr.jalon.engine.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read: everything "Voici ce que j'ai lu" says.
 *
 * <p>Row numbers are 1-based record numbers as a spreadsheet shows them; blank records count.
 *
 * @param format "csv", "xlsx", "xlsb", "ods", "fods", "xls", "geojson", "topojson", "json", "kml",
 *     "gpx", "shapefile", "dbf", "gpkg", "flatgeobuf", "parquet"
 * @param encoding IANA name in lower case ("utf-8", "windows-1252"), null when the format has none
 * @param bom true when the file begins with a byte-order mark
 * @param delimiter between cells of a text file, null otherwise
 * @param quote around cells of a text file, null when there is none
 * @param escape before a quote inside a cell when it is not the quote itself, null otherwise
 * @param recordEnd "LF", "CRLF", "CR", or "mixed"; null when the format has none
 * @param sheet the sheet or layer read, null when the format has none
 * @param sheets every sheet or layer of the file, in order
 * @param headerRows the record numbers that name the columns, empty when no row does
 * @param firstDataRow record number of the first data row, 0 when there is none
 * @param rows number of non-blank data rows
 * @param columns names of the columns, in order
 * @param skipped rows left out of the table, each with its reason
 * @param head the first rows of the file as it is, at most {@value #HEAD_ROWS}
 * @param crs the coordinate reference system found ("EPSG:4326"), null when the file has no
 *     geometry
 * @param tables the tables of the sheet, in order, when it holds several; else empty
 * @param table number of the table read among them, from 1
 * @param shape how the rows of the file became rows of the table
 * @param notes what else is worth saying, as codes with values ("hidden-sheets",
 *     "mixed-encodings"…)
 */
public record Reading(
    String format,
    @Nullable String encoding,
    boolean bom,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String escape,
    @Nullable String recordEnd,
    @Nullable String sheet,
    List<SheetSummary> sheets,
    List<Long> headerRows,
    long firstDataRow,
    long rows,
    List<String> columns,
    List<SkippedRow> skipped,
    List<SourceRow> head,
    @Nullable String crs,
    List<TableSummary> tables,
    int table,
    Shape shape,
    List<Note> notes) {
  public static final int HEAD_ROWS = 40;

  /** Skipped rows kept one by one; the rest of a longer list is only counted in the notes. */
  public static final int MAX_SKIPPED = 200;

  public Reading {
    sheets = List.copyOf(sheets);
    headerRows = List.copyOf(headerRows);
    columns = List.copyOf(columns);
    skipped = List.copyOf(skipped);
    head = List.copyOf(head);
    // A reading stored by a Jalon that knew of one table alone, row by row, says none of these.
    tables = tables == null ? List.of() : List.copyOf(tables);
    table = Math.max(1, table);
    shape = shape == null ? Shape.ROWS : shape;
    notes = List.copyOf(notes);
  }

  /** A reading of one table, row by row, as nearly all are. */
  public Reading(
      String format,
      @Nullable String encoding,
      boolean bom,
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable String escape,
      @Nullable String recordEnd,
      @Nullable String sheet,
      List<SheetSummary> sheets,
      List<Long> headerRows,
      long firstDataRow,
      long rows,
      List<String> columns,
      List<SkippedRow> skipped,
      List<SourceRow> head,
      @Nullable String crs,
      List<Note> notes) {
    this(
        format,
        encoding,
        bom,
        delimiter,
        quote,
        escape,
        recordEnd,
        sheet,
        sheets,
        headerRows,
        firstDataRow,
        rows,
        columns,
        skipped,
        head,
        crs,
        List.of(),
        1,
        Shape.ROWS,
        notes);
  }

  /** The same reading with what only a whole pass over the file can tell. */
  public Reading withRows(long counted, List<SkippedRow> leftOut, List<Note> seen) {
    return with(columns, firstDataRow, counted, leftOut, tables, table, shape, seen);
  }

  /** The same reading of a table whose columns were changed. */
  public Reading withColumns(List<String> names) {
    return with(names, firstDataRow, rows, skipped, tables, table, shape, notes);
  }

  /** The same reading, saying which table of several it is. */
  public Reading withTables(List<TableSummary> all, int number) {
    return with(columns, firstDataRow, rows, skipped, all, number, shape, notes);
  }

  /** The same reading of a table turned or unpivoted. */
  public Reading withShape(Shape turned, List<String> names, long counted, List<Note> seen) {
    return with(names, firstDataRow, counted, skipped, tables, table, turned, seen);
  }

  private Reading with(
      List<String> newColumns,
      long newFirst,
      long newRows,
      List<SkippedRow> newSkipped,
      List<TableSummary> newTables,
      int newTable,
      Shape newShape,
      List<Note> newNotes) {
    return new Reading(
        format,
        encoding,
        bom,
        delimiter,
        quote,
        escape,
        recordEnd,
        sheet,
        sheets,
        headerRows,
        newFirst,
        newRows,
        newColumns,
        newSkipped,
        head,
        crs,
        newTables,
        newTable,
        newShape,
        newNotes);
  }
}
