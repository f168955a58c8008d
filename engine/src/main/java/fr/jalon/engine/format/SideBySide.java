package fr.jalon.engine.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells tables that lie side by side, an empty column between them, from one table with an empty
 * column: theirs have the same names, or a title each, or one ends well before the other.
 */
public final class SideBySide {
  private static final int MAX_TABLES = 20;

  /** Rows, or share of the longest table's, by which one ends before another. */
  private static final int FEWER_ROWS = 2;

  private static final double FEWER_SHARE = 0.2;

  private final List<GridRow> rows;
  private final Layout layout;
  private final List<TableArea> areas = new ArrayList<>();

  private SideBySide(List<GridRow> head, Layout layout) {
    this.layout = layout;
    this.rows = head.stream().map(layout.area()::cut).toList();
  }

  /**
   * The tables of a layout that is of several, left to right; empty when it is of one.
   *
   * @param head the rows it was made from
   */
  public static List<TableArea> areas(List<GridRow> head, Layout layout) {
    if (layout.headerRows().isEmpty() || layout.columns().size() < 5) {
      return List.of();
    }
    SideBySide sides = new SideBySide(head, layout);
    sides.cut();
    boolean several = sides.areas.size() >= 2 && sides.areas.size() <= MAX_TABLES;
    return several && sides.areTables() ? List.copyOf(sides.areas) : List.of();
  }

  /** True when a row fills a column between two tables, which so are one. */
  public static boolean fills(List<TableArea> areas, IntPredicate isFilled) {
    for (int i = 1; i < areas.size(); i++) {
      for (int c = areas.get(i - 1).lastColumn() + 1; c < areas.get(i).firstColumn(); c++) {
        if (isFilled.test(c)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The runs of columns between empty ones. */
  private void cut() {
    int first = layout.firstColumn();
    int end = first + layout.columns().size();
    boolean[] used = new boolean[end];
    for (GridRow row : rows) {
      if (row.number() >= layout.headerRows().get(0)) {
        for (int c = first; c < Math.min(end, row.cells().size()); c++) {
          used[c] |= isFilled(row, c);
        }
      }
    }
    int from = -1;
    for (int c = first; c <= end; c++) {
      boolean here = c < end && used[c];
      if (here && from < 0) {
        from = c;
      } else if (!here && from >= 0) {
        areas.add(layout.area().columns(from, c - 1));
        from = -1;
      }
    }
    widen();
  }

  /** The outer areas reach the sides of the sheet: rows far down may be wider. */
  private void widen() {
    if (areas.size() >= 2) {
      TableArea whole = layout.area();
      TableArea last = areas.get(areas.size() - 1);
      areas.set(0, whole.columns(whole.firstColumn(), areas.get(0).lastColumn()));
      areas.set(areas.size() - 1, whole.columns(last.firstColumn(), whole.lastColumn()));
    }
  }

  private boolean areTables() {
    for (TableArea area : areas) {
      if (names(area).size() < 2 || namelessBeside(area) || length(area) < 1) {
        return false;
      }
    }
    return haveSameNames() || haveTitles() || endApart();
  }

  private List<String> names(TableArea area) {
    long last = lastNames();
    List<String> names = new ArrayList<>();
    for (GridRow row : rows) {
      if (row.number() == last) {
        for (int c = area.firstColumn(); c < end(area, row); c++) {
          names.add(CellShape.trim(row.cell(c)).toLowerCase(Locale.ROOT));
        }
      }
    }
    names.removeIf(String::isEmpty);
    return names;
  }

  /** True when a column of the area holds something and no row names it. */
  private boolean namelessBeside(TableArea area) {
    int names = names(area).size();
    for (GridRow row : rows) {
      for (int c = firstName(area) + names; isUnder(row) && c < end(area, row); c++) {
        if (isFilled(row, c)) {
          return true;
        }
      }
    }
    return false;
  }

  private int firstName(TableArea area) {
    return Math.max(area.firstColumn(), layout.firstColumn());
  }

  private boolean isUnder(GridRow row) {
    return row.number() > lastNames();
  }

  private long lastNames() {
    return layout.headerRows().get(layout.headerRows().size() - 1);
  }

  private static int end(TableArea area, GridRow row) {
    return (int) Math.min(row.cells().size(), area.lastColumn() + 1L);
  }

  private boolean haveSameNames() {
    List<String> first = names(areas.get(0));
    for (TableArea area : areas) {
      List<String> names = names(area);
      Set<String> same = new HashSet<>(names);
      same.retainAll(first);
      if (!names.get(0).equals(first.get(0)) || same.size() < 2 || same.size() * 2 < names.size()) {
        return false;
      }
    }
    return true;
  }

  /** A row above the names holds something over each table, at its first column. */
  private boolean haveTitles() {
    for (GridRow row : rows) {
      if (row.number() >= lastNames()) {
        return false;
      }
      int filled = TableCuts.filled(row);
      boolean each = areas.stream().allMatch(area -> isFilled(row, firstName(area)));
      if (each && filled == areas.size()) {
        return true;
      }
    }
    return false;
  }

  /** One ends before another, and neither has a hole. */
  private boolean endApart() {
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    for (TableArea area : areas) {
      int length = length(area);
      if (length < 0 || !hasKeys(area)) {
        return false;
      }
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
    }
    int fewer = longest - shortest;
    return fewer >= FEWER_ROWS && fewer >= FEWER_SHARE * longest;
  }

  /** True when the first column says something else in each row. */
  private boolean hasKeys(TableArea area) {
    Set<String> keys = new HashSet<>();
    for (GridRow row : rows) {
      if (isUnder(row) && isFilled(row, firstName(area)) && !keys.add(row.cell(firstName(area)))) {
        return false;
      }
    }
    return true;
  }

  /** Rows of the table in the area; -1 when there are blank ones between them. */
  private int length(TableArea area) {
    int length = 0;
    boolean ended = false;
    for (GridRow row : rows) {
      if (isUnder(row)) {
        boolean filled = false;
        for (int c = area.firstColumn(); c < end(area, row); c++) {
          filled |= isFilled(row, c);
        }
        if (filled && ended) {
          return -1;
        }
        ended |= !filled;
        length += filled ? 1 : 0;
      }
    }
    return length;
  }

  private static boolean isFilled(GridRow row, int column) {
    return !CellShape.trim(row.cell(column)).isEmpty();
  }
}
