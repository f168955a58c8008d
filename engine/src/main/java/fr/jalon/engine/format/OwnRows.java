package fr.jalon.engine.format;

import java.util.Arrays;

/**
 * Tells a row that a table has as its own, wherever it stands, from what is said above or below it:
 * it fills as many columns, and has figures, dates and the like where the others have them. Such a
 * row is never a title nor a note.
 */
final class OwnRows {
  /**
   * Share of the cells that half the rows of the table fill at most, from which a row is as wide.
   */
  private static final double AS_WIDE = 0.9;

  /** Share of the columns of figures in which a row has one, from which it is as typed. */
  private static final double AS_TYPED = 0.7;

  /** Share of the cells of a column that makes it one of figures, dates and the like. */
  private static final double TYPED = 0.7;

  /** Rows from which it is known what a table holds. */
  private static final int KNOWN_BY = 2;

  /** Cells of a table so narrow that a label and its value are as wide. */
  private static final int NARROW = 2;

  private final int usual;
  private final boolean[] typed;
  private final int typedColumns;

  private OwnRows(int usual, boolean[] typed) {
    this.usual = usual;
    this.typed = typed;
    int columns = 0;
    for (boolean column : typed) {
      columns += column ? 1 : 0;
    }
    this.typedColumns = columns;
  }

  /** Of the table whose rows are those from one on, up to another that is not of it. */
  static OwnRows of(Grid grid, int from, int to) {
    int[] filled =
        Arrays.stream(grid.filled, from, to).filter(count -> count > 0).sorted().toArray();
    boolean[] typed = new boolean[grid.width];
    if (filled.length < KNOWN_BY) {
      return new OwnRows(0, typed);
    }
    for (int c = 0; c < typed.length; c++) {
      int present = 0;
      int figures = 0;
      for (int r = from; r < to; r++) {
        CellShape shape = grid.shape(r, c);
        present += shape == CellShape.EMPTY || shape == CellShape.MISSING ? 0 : 1;
        figures += shape.isTyped() ? 1 : 0;
      }
      typed[c] = present >= KNOWN_BY && figures >= TYPED * present;
    }
    return new OwnRows(filled[(filled.length - 1) / 2], typed);
  }

  /** True when the table has columns of figures and the row is as wide and as typed as its own. */
  boolean has(GridRow row) {
    if (typedColumns == 0 || usual < NARROW) {
      return false;
    }
    int filled = 0;
    int figures = 0;
    int missing = 0;
    for (int c = 0; c < row.cells().size(); c++) {
      CellShape shape = CellShape.of(CellShape.trim(row.cell(c)));
      boolean here = c < typed.length && typed[c];
      filled += shape == CellShape.EMPTY ? 0 : 1;
      figures += here && shape.isTyped() ? 1 : 0;
      missing += here && shape == CellShape.MISSING ? 1 : 0;
    }
    return filled >= AS_WIDE * usual
        && figures > 0
        && figures + missing >= AS_TYPED * typedColumns
        && !isSaidOfTheTable(row);
  }

  /** A total, or a label and its value: not the table's own. */
  private boolean isSaidOfTheTable(GridRow row) {
    String first = CellShape.trim(row.cell(0));
    boolean labelled = first.endsWith(":") || HeaderWords.knows(first);
    return RowMarks.isTotal(row) || usual <= NARROW && labelled;
  }
}
