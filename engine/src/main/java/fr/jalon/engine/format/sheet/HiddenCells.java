package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RowSpool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * The rows and columns of a sheet that are out of sight.
 *
 * <p>Hidden by somebody, they are taken out before the sheet is looked at, since people hide what
 * is not to be published. Out of sight because a group is folded or a filter is on, they stay: that
 * is a way of looking, and its mark shows beside the sheet. Rows are numbered from 1, columns from
 * 0.
 */
final class HiddenCells {
  private final BitSet rows = new BitSet();
  private final BitSet columns = new BitSet();
  private final BitSet foldedRows = new BitSet();
  private final BitSet foldedColumns = new BitSet();
  private boolean filtered;
  private boolean takenOut;

  /**
   * Marks rows, the last one included.
   *
   * @param folded true when it is by folding a group or by a filter
   */
  void hideRows(long first, long last, boolean folded) {
    if (first >= 1 && last <= Limits.ROWS && first <= last) {
      (folded ? foldedRows : rows).set((int) first, (int) last + 1);
    }
  }

  /** Marks rows that a filter keeps out of sight, the last one included. */
  void filterRows(long first, long last) {
    filtered = true;
    hideRows(first, last, true);
  }

  /** Marks columns, the last one included. */
  void hideColumns(int first, int last, boolean folded) {
    int end = Math.min(last, Limits.COLUMNS - 1) + 1;
    if (first >= 0 && first < end) {
      (folded ? foldedColumns : columns).set(first, end);
    }
  }

  /** Says that a filter is on in these rows: it is what keeps those marked among them hidden. */
  void filter(long first, long last) {
    filtered = true;
    for (int row = rows.nextSetBit((int) Math.min(first, Limits.ROWS));
        row >= 0 && row <= last;
        row = rows.nextSetBit(row + 1)) {
      rows.clear(row);
      foldedRows.set(row);
    }
  }

  /**
   * The cells in sight, with their places; the same rows when nothing that holds something is
   * hidden, or when all of it is. From now on only what holds something counts as hidden.
   *
   * @param keep true to keep the hidden cells, and only know of them
   */
  RowSpool outOf(RowSpool all, boolean keep, Path folder) throws IOException {
    keepFilled(columns, all);
    keepFilled(foldedColumns, all);
    if (rows.isEmpty() && columns.isEmpty() && foldedRows.isEmpty()) {
      return all;
    }
    boolean strip = !keep && !(rows.isEmpty() && columns.isEmpty());
    BitSet filled = new BitSet();
    RowSpool visible = new RowSpool(folder);
    boolean done = false;
    try {
      RowSpool.Cursor cursor = all.read();
      while (cursor.advance()) {
        int number = (int) cursor.row();
        filled.set(number);
        if (strip && !rows.get(number)) {
          cursor.load();
          copy(cursor, visible);
        }
      }
      rows.and(filled);
      foldedRows.and(filled);
      takenOut = visible.rows() > 0 && !(rows.isEmpty() && columns.isEmpty());
      done = true;
      (takenOut ? all : visible).close();
      return takenOut ? visible : all;
    } finally {
      if (!done) {
        visible.close();
      }
    }
  }

  private void copy(RowSpool.Cursor from, RowSpool to) throws IOException {
    for (int i = 0; i < from.cells(); i++) {
      if (!columns.get(from.column(i))) {
        int start = from.start(i);
        to.wellFormed(from.column(i), from.bytes(), start, from.end(i) - start);
      }
    }
    to.endRow(from.row());
  }

  private static void keepFilled(BitSet columns, RowSpool rows) {
    for (int column = columns.nextSetBit(0); column >= 0; column = columns.nextSetBit(column + 1)) {
      columns.set(column, rows.filled(column) > 0);
    }
  }

  /** True when the hidden cells were taken out of the sheet. */
  boolean areTakenOut() {
    return takenOut;
  }

  boolean areFiltered() {
    return filtered;
  }

  BitSet rows() {
    return rows;
  }

  BitSet columns() {
    return columns;
  }

  BitSet foldedRows() {
    return foldedRows;
  }

  BitSet foldedColumns() {
    return foldedColumns;
  }
}
