package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.RowSpool;
import fr.jalon.engine.format.TableArea;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One sheet while it is read: its cells as text, and what it hides. Rows and cells may come in any
 * order. Mutable, one thread.
 */
final class Sheet {
  private static final int MAX_MERGES = 100_000;
  private static final int MAX_FILTERS = 1_000;

  final String name;
  boolean hidden;

  /** Name of its part in the package, "" when it has none. */
  String part = "";

  RowSpool rows;
  final List<Merge> merges = new ArrayList<>();
  boolean pivot;

  /** True when a chart is drawn on it. */
  boolean chart;

  final HiddenCells hiddenCells = new HiddenCells();

  /** Where filters are on; a sheet may say so after its rows. */
  private final List<Merge> filters = new ArrayList<>();

  /** True when a filter is on, wherever it is. */
  private boolean filtered;

  long formulas;
  long formulasWithoutValue;
  long errors;

  /** Numbers in cells whose style the workbook does not have: what was a date cannot be told. */
  long lostStyles;

  long longCells;

  private final Path folder;
  private LateCells late = new LateCells();
  private long row;
  private int lastColumn = -1;

  /** True when the row being made comes after one below it. */
  private boolean rowIsLate;

  Sheet(String name, boolean hidden, Path folder) {
    this.name = name;
    this.hidden = hidden;
    this.folder = folder;
    this.rows = new RowSpool(folder);
  }

  /** Goes to a row, 1-based; the cells that follow are its own. */
  void startRow(long number) throws IOException {
    if (number == row) {
      return;
    }
    if (number < 1 || number > Limits.ROWS) {
      throw new RefusedException("too-many-rows", "rows", Limits.ROWS);
    }
    endRow();
    row = number;
    lastColumn = -1;
    rowIsLate = number <= rows.lastRow();
  }

  /** Number of the row being made, 0 before the first one. */
  long row() {
    return row;
  }

  /** Adds the text of a cell to the row being made. */
  void cell(int column, byte[] bytes, int offset, int length) throws IOException {
    if (isNext(column, bytes, offset, length)) {
      rows.cell(column, bytes, offset, length);
    }
  }

  /** Adds the text of a cell to the row being made. */
  void cell(int column, String value) throws IOException {
    // old records may hold characters of code zero, which no text can keep
    String text = value.indexOf(0) < 0 ? value : value.replace("\0", "");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    wellFormed(column, bytes, 0, bytes.length);
  }

  /** Adds figures, or text already known to be well-formed UTF-8, to the row being made. */
  void wellFormed(int column, byte[] bytes, int offset, int length) throws IOException {
    if (isNext(column, bytes, offset, length)) {
      rows.wellFormed(column, bytes, offset, length);
    }
  }

  /**
   * Marks the row being made as hidden.
   *
   * @param folded true when it is by folding a group or by a filter
   */
  void hideRow(boolean folded) {
    hiddenCells.hideRows(row, row, folded);
  }

  /** Says that a filter is on in this range. */
  void filter(Merge range) {
    if (filters.size() < MAX_FILTERS) {
      filters.add(range);
    }
  }

  /** Says that a filter is on somewhere in the sheet. */
  void filter() {
    filtered = true;
  }

  /** Ends the sheet: every cell goes to its place. */
  void finish() throws IOException {
    endRow();
    if (!late.isEmpty()) {
      rows = late.among(rows, folder);
      // other sheets need the memory
      late = new LateCells();
    }
    if (filtered && filters.isEmpty()) {
      hiddenCells.filter(1, Limits.ROWS);
    }
    for (Merge range : filters) {
      hiddenCells.filter(range.firstRow(), range.lastRow());
    }
  }

  /**
   * Takes out what somebody hid.
   *
   * @param keep true to keep it, and only know of it
   */
  void strip(boolean keep) throws IOException {
    rows = hiddenCells.outOf(rows, keep, folder);
  }

  /**
   * Gives the rows that cells merged downwards cover their values, from a row of a table on.
   *
   * @return how many merged cells there were
   */
  long fillMerges(long firstRow, TableArea table) throws IOException {
    List<Merge> among =
        merges.stream()
            .filter(merge -> merge.firstRow() >= firstRow && table.holdsRow(merge.firstRow()))
            .toList();
    MergedCells cells = new MergedCells(among);
    rows = cells.fillDown(rows, folder);
    return cells.filled();
  }

  void merge(Merge merge) {
    if (merges.size() < MAX_MERGES) {
      merges.add(merge);
    }
  }

  private void endRow() throws IOException {
    if (!rowIsLate && row > 0) {
      rows.endRow(row);
    }
  }

  /** True when the cell follows the last one; else it is kept aside. */
  private boolean isNext(int column, byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return false;
    }
    if (length > Limits.CELL_CHARACTERS) {
      checkLength(length);
    }
    if (rowIsLate || column <= lastColumn) {
      late.add(row, column, bytes, offset, length);
      return false;
    }
    lastColumn = column;
    return true;
  }

  private void checkLength(int length) throws IOException {
    if (length > Limits.CELL_BYTES) {
      throw new RefusedException("cell-too-long", "limit", Limits.CELL_BYTES);
    }
    longCells++;
  }
}
