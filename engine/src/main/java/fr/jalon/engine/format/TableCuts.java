package fr.jalon.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where one table ends and another begins below it, while the rows of a sheet stream by.
 *
 * <p>A table begins where a row names columns which the rows after it fill otherwise than the rows
 * before: other names over other figures after a blank row or a title, another width, or the same
 * table again from its first row. A header that only comes again does not begin a table, and a
 * preamble is not one. Nothing is cut on less: one table cut in two is worse than two read as one.
 *
 * <p>The first rows of each table are looked at one by one, the later ones only when {@link
 * #isSuspect} says so; a few rows are held at any time.
 */
public final class TableCuts {
  /** Tables of one sheet that are told apart; what follows belongs to the last one. */
  public static final int MAX_TABLES = 50;

  /** Rows looked at after one that may begin a table. */
  private static final int AHEAD = 24;

  /** Rows of a table from which it is known. */
  private static final int LEARNED = 200;

  /** Suspect rows looked at, so that a sheet full of them is still read fast. */
  private static final int MAX_LOOKS = 1_000;

  /** Suspect rows given: where the rows of a whole file are, none is. */
  private static final int MAX_SUSPECTS = 20_000;

  private static final int LOOKED_AT_EACH = 8;

  private static final int MAX_CELLS = 400;
  private static final int MAX_TITLES = 4;

  /**
   * Where a table begins.
   *
   * @param row record number of its first row
   * @param place what was said of this row to {@link #add}
   */
  public record Start(long row, long place) {}

  private record Held(GridRow row, long place) {}

  private final boolean widthsTold;
  private final List<Start> starts = new ArrayList<>();
  private final List<Held> ahead = new ArrayList<>();
  private List<GridRow> above = new ArrayList<>();
  private @Nullable KnownTable known;
  private int knownRows;
  private boolean afterBlank;
  private int looks;
  private int suspects;

  /**
   * @param widthsTold true when a row's cells are all there, empty ones on the right included, as
   *     in text files
   */
  public TableCuts(boolean widthsTold) {
    this.widthsTold = widthsTold;
  }

  /** Where each table but the first begins, from top to bottom. */
  public List<Start> starts() {
    return List.copyOf(starts);
  }

  /** True while every row must be given: at the start of a table, and after a suspect row. */
  public boolean isLooking() {
    return starts.size() < MAX_TABLES - 1 && (above.size() < LEARNED || !ahead.isEmpty());
  }

  /**
   * True when a row that holds something must be given although {@link #isLooking} is false.
   *
   * @param cells how many cells it has
   */
  public boolean isSuspect(int cells) {
    int usual = known().usualCells();
    return starts.size() < MAX_TABLES - 1
        && looks < MAX_LOOKS
        && suspects < MAX_SUSPECTS
        && (afterBlank || usual > 0 && Math.min(cells, MAX_CELLS) != usual);
  }

  /** A column that always holds figures, so that a letter there is suspect; -1 when none does. */
  public int figures() {
    return looks < MAX_LOOKS && suspects < MAX_SUSPECTS ? known().figures() : -1;
  }

  /** A blank row goes by. */
  public void blank(long number) {
    if (isLooking()) {
      take(new Held(new GridRow(number, List.of()), 0));
    } else {
      afterBlank = true;
    }
  }

  /** A row that is neither suspect nor looked for goes by. */
  public void pass() {
    afterBlank = false;
  }

  /**
   * A row that holds something.
   *
   * @param place whatever finds the row again
   */
  public void add(GridRow row, long place) {
    if (starts.size() < MAX_TABLES - 1) {
      suspects += isLooking() ? 0 : 1;
      take(new Held(narrow(row), place));
    }
  }

  /** No row follows. */
  public void finish() {
    while (!ahead.isEmpty()) {
      judgeFirst();
    }
  }

  private void take(Held held) {
    ahead.add(held);
    while (!ahead.isEmpty() && (ahead.size() > AHEAD || !mayBegin(ahead.get(0).row()))) {
      judgeFirst();
    }
  }

  private static GridRow narrow(GridRow row) {
    return row.cells().size() <= MAX_CELLS
        ? row
        : new GridRow(row.number(), row.cells().subList(0, MAX_CELLS));
  }

  private void judgeFirst() {
    Held first = ahead.get(0);
    boolean blank = Layout.isBlank(first.row());
    if (!blank && mayBegin(first.row())) {
      looks++;
      if (beginsTable()) {
        starts.add(new Start(first.row().number(), first.place()));
        above = new ArrayList<>();
        known = null;
      }
    }
    ahead.remove(0);
    afterBlank = blank;
    if (above.size() < LEARNED && !(blank && above.isEmpty())) {
      above.add(first.row());
      // Looking again at each row of many would cost more than it teaches.
      if (above.size() <= LOOKED_AT_EACH || above.size() >= 1.3 * knownRows) {
        known = null;
      }
    }
    if (starts.size() == MAX_TABLES - 1) {
      ahead.clear();
    }
  }

  /** What can be told of a row, cheaply and without those after it. */
  private boolean mayBegin(GridRow row) {
    if (above.size() < 2) {
      return false;
    }
    int filled = filled(row);
    if (filled == 0 || holdsFigures(row)) {
      return false;
    }
    return filled == 1 || afterBlank || known().isUnlike(row, widthsTold);
  }

  /** True when a cell can name no column; a year can. */
  private static boolean holdsFigures(GridRow row) {
    for (String cell : row.cells()) {
      String trimmed = CellShape.trim(cell);
      if (CellShape.of(trimmed).isTyped() && !Evidence.isYear(trimmed)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsTable() {
    int header = header();
    if (header < 0 || holdsFigures(ahead.get(header).row()) || !known().isTable()) {
      return false;
    }
    List<GridRow> block = new ArrayList<>();
    for (int i = header; i < ahead.size() && !Layout.isBlank(ahead.get(i).row()); i++) {
      block.add(ahead.get(i).row());
    }
    boolean apart = afterBlank || header > 0;
    return block.size() > 1 && new NextTable(block, known(), widthsTold).isAnother(apart);
  }

  /** Index among the rows held of the one that may name columns, titles and blanks before it. */
  private int header() {
    int titles = 0;
    for (int i = 0; i < ahead.size(); i++) {
      GridRow row = ahead.get(i).row();
      int filled = filled(row);
      if (filled >= 2) {
        return i;
      }
      if (filled == 1 && (++titles > MAX_TITLES || RowMarks.isNoteMark(first(row)))) {
        return -1;
      }
    }
    return -1;
  }

  private KnownTable known() {
    KnownTable table = known;
    if (table == null) {
      table = new KnownTable(above);
      knownRows = above.size();
      known = table;
    }
    return table;
  }

  static int filled(GridRow row) {
    int filled = 0;
    for (String cell : row.cells()) {
      filled += CellShape.trim(cell).isEmpty() ? 0 : 1;
    }
    return filled;
  }

  private static String first(GridRow row) {
    for (String cell : row.cells()) {
      String trimmed = CellShape.trim(cell);
      if (!trimmed.isEmpty()) {
        return trimmed;
      }
    }
    return "";
  }
}
