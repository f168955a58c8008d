package fr.jalon.engine.format;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows that may be another table below one that is known: names, then rows under them. */
final class NextTable {
  /** Share of the names that are words which often name columns. */
  private static final double NAMING_WORDS = 0.5;

  /** Rows compared to tell a table copied again. */
  private static final int COPIED_ROWS = 3;

  /** Share of the names that are also those of the table above: the same one, filled otherwise. */
  private static final double SAME_NAMES = 0.6;

  /** Share of the columns that hold other kinds of values than above; one odd column is nothing. */
  private static final double OTHER_KINDS = 0.25;

  private static final int LONGEST_NAME = 90;

  private final List<GridRow> rows;
  private final KnownTable above;
  private final boolean widthsTold;
  private final Grid grid;
  private final Evidence evidence;

  /**
   * @param rows the row that may name columns, then those under it up to a blank one
   * @param widthsTold true when a row's cells are all there, empty ones on the right included
   */
  NextTable(List<GridRow> rows, KnownTable above, boolean widthsTold) {
    this.widthsTold = widthsTold;
    this.rows = rows;
    this.above = above;
    this.grid = new Grid(rows, List.of());
    this.evidence = new Evidence(grid.cells, grid.shapes, grid.end, grid.width);
  }

  /**
   * @param apart true when a blank row or a title comes before
   */
  boolean isAnother(boolean apart) {
    int under = grid.end - 1;
    if (under < 1 || !namesColumns()) {
      return false;
    }
    if (above.isNamedBy(rows.get(0))) {
      boolean otherNames = grid.filled[0] != above.names();
      return under >= 2 && (otherNames && hasOtherWidth() || isCopy());
    }
    int figures = evidence.textOverTyped(0);
    boolean wider = hasOtherWidth();
    if (apart && figures >= 1 && isOfAnotherYear()) {
      return true;
    }
    if (!wider && sharedNames() >= SAME_NAMES * grid.filled[0]) {
      return false;
    }
    boolean words = knownWords() >= NAMING_WORDS * grid.filled[0];
    boolean otherNames = wider || grid.filled[0] != above.names() || first() != above.firstColumn();
    boolean otherKinds = hasOtherKinds();
    if (apart) {
      return figures >= 1 && (overFiguresAbove() >= 1 && words || otherNames || otherKinds)
          || figures == 0 && words && otherNames && under >= 2;
    }
    if (!isAsWideAsItsRows()) {
      return false;
    }
    return figures >= 1
            && overFiguresAbove() >= 1
            && (wider || otherNames && otherKinds || words && (otherKinds || otherNames))
        || figures == 0 && wider && words && under >= 3;
  }

  /** Short texts, all different, over nearly every column in use. */
  private boolean namesColumns() {
    if (evidence.typedShare(0) > 0 && !evidence.isYearRow(0) || RowMarks.isTotal(rows.get(0))) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (int c = 0; c < grid.cells[0].length; c++) {
      String name = grid.cells[0][c];
      if (!name.isEmpty()) {
        boolean missing = grid.shapes[0][c] == CellShape.MISSING && !HeaderWords.knows(name);
        names.add(name.toLowerCase(Locale.ROOT));
        if (missing || name.length() > LONGEST_NAME) {
          return false;
        }
      }
    }
    return names.size() >= 0.8 * grid.filled[0]
        && grid.filled[0] >= 2
        && grid.filled[0] >= 0.6 * evidence.usedColumns(0);
  }

  private int first() {
    int first = 0;
    while (grid.cell(0, first).isEmpty()) {
      first++;
    }
    return first;
  }

  /** The names of the table above, one of which tells another year. */
  private boolean isOfAnotherYear() {
    int others = 0;
    for (String name : grid.cells[0]) {
      others += !name.isEmpty() && above.hasNameOfAnotherYear(name) ? 1 : 0;
    }
    return others > 0
        && others + sharedNames() == grid.filled[0]
        && grid.filled[0] == above.names();
  }

  private int sharedNames() {
    int shared = 0;
    for (String name : grid.cells[0]) {
      shared += !name.isEmpty() && above.hasName(name) ? 1 : 0;
    }
    return shared;
  }

  private int knownWords() {
    int known = 0;
    for (String name : grid.cells[0]) {
      known += !name.isEmpty() && HeaderWords.knows(name) ? 1 : 0;
    }
    return known;
  }

  /**
   * True when the rows, names included, have as many cells as one another and not as above; where
   * rows do not say how many they have, when there are names for more columns than above.
   */
  private boolean hasOtherWidth() {
    if (!widthsTold) {
      return grid.filled[0] > above.names() && evidence.usedColumns(0) > above.usedColumns();
    }
    int cells = KnownTable.usualCells(rows);
    return cells > 0
        && above.usualCells() > 0
        && cells != above.usualCells()
        && rows.get(0).cells().size() == cells;
  }

  private boolean isCopy() {
    List<GridRow> first = rows.subList(1, Math.min(rows.size(), COPIED_ROWS + 1));
    return first.size() >= 2 && above.beginsWith(first);
  }

  /** Names that stand where the table above has figures. */
  private int overFiguresAbove() {
    int over = 0;
    for (int c = 0; c < grid.cells[0].length; c++) {
      over += grid.shapes[0][c] == CellShape.TEXT && above.holdsFigures(c) ? 1 : 0;
    }
    return over;
  }

  /** True when columns of figures follow ones of texts, or the other way round. */
  private boolean hasOtherKinds() {
    int used = 0;
    int other = 0;
    for (int c = 0; c < grid.width; c++) {
      if (evidence.holdsSomething(c, 0)) {
        boolean figures = evidence.isTyped(c, 0);
        used++;
        other += (figures ? above.holdsText(c) : above.holdsFigures(c)) ? 1 : 0;
      }
    }
    return other >= 1 && other >= OTHER_KINDS * used;
  }

  /** False for a row torn among others: it has not as many cells as those under it. */
  private boolean isAsWideAsItsRows() {
    int cells = KnownTable.usualCells(rows.subList(1, rows.size()));
    return !widthsTold || cells < 0 || rows.get(0).cells().size() == cells;
  }
}
