package fr.jalon.engine.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes a table on its side: names down its first column, then one record a column. Each row
 * holds one kind of value and the columns hold all kinds.
 */
final class Sideways {
  private static final int MIN_ROWS = 3;
  private static final int MAX_ROWS = 300;
  private static final int MIN_RECORDS = 2;

  /** Share of the names that are words which often name columns. */
  private static final double KNOWN_NAMES = 0.5;

  /** Share of a row's cells of the same kind, and of a column's when it holds several kinds. */
  private static final double ALIKE = 0.9;

  private static final double MIXED = 0.75;

  private final Grid grid;
  private final int first;

  private Sideways(Grid grid) {
    this.grid = grid;
    this.first = firstColumn();
  }

  /** True when the rows of the head are a whole table on its side. */
  static boolean is(Grid grid) {
    return grid.tail.isEmpty() && new Sideways(grid).isTurned();
  }

  private int firstColumn() {
    for (int c = 0; c < grid.width; c++) {
      for (int r = 0; r < grid.end; r++) {
        if (!grid.cell(r, c).isEmpty()) {
          return c;
        }
      }
    }
    return 0;
  }

  private boolean isTurned() {
    int from = 0;
    while (from < grid.end && grid.filled[from] < 2) {
      from++;
    }
    int rows = 0;
    int known = 0;
    int figures = 0;
    int texts = 0;
    double alike = 0;
    Set<String> names = new HashSet<>();
    for (int r = from; r < grid.end; r++) {
      if (grid.filled[r] == 0) {
        continue;
      }
      String name = grid.cell(r, first);
      if (!isName(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
        return false;
      }
      known += HeaderWords.knows(name) || name.endsWith(":") ? 1 : 0;
      int typed = count(r, true);
      int plain = count(r, false);
      if (typed + plain > 0) {
        alike += (double) Math.max(typed, plain) / (typed + plain);
        rows++;
        // The first row may be a header like any other.
        texts += rows > 1 && plain > typed ? 1 : 0;
        figures += rows > 1 && typed > plain ? 1 : 0;
      }
    }
    return rows >= MIN_ROWS
        && rows <= MAX_ROWS
        && known >= KNOWN_NAMES * names.size()
        && alike >= ALIKE * rows
        && figures >= 1
        && texts >= 1
        && columnsAreMixed(from);
  }

  private static boolean isName(String cell) {
    return !cell.isEmpty() && CellShape.of(cell) == CellShape.TEXT && cell.length() <= 60;
  }

  /** Cells of a row after its name that are figures, dates and the like, or are not. */
  private int count(int row, boolean typed) {
    int count = 0;
    for (int c = first + 1; c < grid.cells[row].length; c++) {
      CellShape shape = grid.shapes[row][c];
      boolean counts = shape != CellShape.EMPTY && shape != CellShape.MISSING;
      count += counts && shape.isTyped() == typed ? 1 : 0;
    }
    return count;
  }

  private boolean columnsAreMixed(int from) {
    int records = 0;
    for (int c = first + 1; c < grid.width; c++) {
      int typed = 0;
      int plain = 0;
      for (int r = from; r < grid.end; r++) {
        CellShape shape = c < grid.shapes[r].length ? grid.shapes[r][c] : CellShape.EMPTY;
        if (shape != CellShape.EMPTY && shape != CellShape.MISSING) {
          typed += shape.isTyped() ? 1 : 0;
          plain += shape.isTyped() ? 0 : 1;
        }
      }
      if (typed + plain > 0) {
        if (Math.max(typed, plain) > MIXED * (typed + plain)) {
          return false;
        }
        records++;
      }
    }
    return records >= MIN_RECORDS;
  }
}
