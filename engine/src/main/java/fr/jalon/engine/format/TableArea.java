package fr.jalon.engine.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a sheet in which one table lies, its titles and notes included; ends are included.
 *
 * @param firstRow 1-based record number
 * @param lastRow 1-based, {@code Long.MAX_VALUE} when nothing follows
 * @param firstColumn 0-based
 * @param lastColumn 0-based, {@code Integer.MAX_VALUE} when nothing follows
 */
public record TableArea(long firstRow, long lastRow, int firstColumn, int lastColumn) {
  /** A whole sheet, as it nearly always is. */
  public static final TableArea WHOLE = new TableArea(1, Long.MAX_VALUE, 0, Integer.MAX_VALUE);

  /** The same columns of some of the rows. */
  public TableArea rows(long first, long last) {
    return new TableArea(first, last, firstColumn, lastColumn);
  }

  /** The same rows of some of the columns. */
  public TableArea columns(int first, int last) {
    return new TableArea(firstRow, lastRow, first, last);
  }

  public boolean holdsRow(long number) {
    return number >= firstRow && number <= lastRow;
  }

  /** True when tables lie beside this one. */
  public boolean isNarrow() {
    return firstColumn > 0 || lastColumn < Integer.MAX_VALUE;
  }

  /** A row with only the cells of this area, each in its place. */
  public GridRow cut(GridRow row) {
    if (!isNarrow()) {
      return row;
    }
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < row.cells().size() && c <= lastColumn; c++) {
      cells.add(c < firstColumn ? "" : row.cells().get(c));
    }
    return new GridRow(row.number(), cells);
  }
}
