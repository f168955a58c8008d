package fr.jalon.engine.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the first rows of a table teach of it, to tell whether a row further on is still of it. */
final class KnownTable {
  /** Share of the cells of a column of figures that must be figures for a letter to be suspect. */
  private static final double ALWAYS = 0.95;

  /** Share of the rows that have the usual number of cells. */
  private static final double MOST = 0.8;

  private final Grid grid;
  private final Evidence evidence;
  private final List<Integer> header;

  /** Index of the first row under the names. */
  private final int data;

  private final int usualCells;
  private final int figures;

  KnownTable(List<GridRow> rows) {
    this.grid = new Grid(rows, List.of());
    this.evidence = new Evidence(grid.cells, grid.shapes, grid.end, grid.width);
    this.header = new HeaderFinder(grid, evidence).find();
    this.data = header.isEmpty() ? 0 : header.get(header.size() - 1) + 1;
    this.usualCells = usualCells(rows.subList(Math.max(0, data - 1), rows.size()));
    this.figures = findFigures();
  }

  /** True for names with rows under them, or many rows of figures: not for a few labels. */
  boolean isTable() {
    int rows = 0;
    for (int r = data; r < grid.end; r++) {
      rows += grid.filled[r] >= 2 ? 1 : 0;
    }
    return header.isEmpty() ? rows >= 3 && grid.usualFilled() >= 3 : rows >= 1 && !isLabelled();
  }

  /** "Commune;Saint-Exemple", "Année;2024"…: a preamble of labels and values. */
  private boolean isLabelled() {
    if (grid.usualFilled() > 2) {
      return false;
    }
    int labels = 0;
    int rows = 0;
    for (int r = header.isEmpty() ? 0 : header.get(0); r < grid.end; r++) {
      if (grid.filled[r] > 0) {
        String first = grid.cell(r, 0);
        rows++;
        labels += first.endsWith(":") || HeaderWords.knows(first) ? 1 : 0;
      }
    }
    return labels >= 0.6 * rows;
  }

  /** Cells that rows of this table have, -1 when they vary. */
  int usualCells() {
    return usualCells;
  }

  /** The most frequent number of cells of rows, when most have it; else -1. */
  static int usualCells(List<GridRow> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    int all = 0;
    for (GridRow row : rows) {
      if (TableCuts.filled(row) > 1) {
        counts.merge(row.cells().size(), 1, Integer::sum);
        all++;
      }
    }
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      if (count.getValue() >= MOST * all) {
        return count.getKey();
      }
    }
    return -1;
  }

  /** A column that always holds figures, -1 when none does. */
  int figures() {
    return figures;
  }

  private int findFigures() {
    for (int c = 0; c < grid.width; c++) {
      int figures = 0;
      int rows = 0;
      for (int r = data; r < grid.end; r++) {
        if (grid.filled[r] >= 2) {
          rows++;
          figures += isFigure(r, c) ? 1 : 0;
        }
      }
      if (rows >= 3 && figures >= ALWAYS * rows) {
        return c;
      }
    }
    return -1;
  }

  private boolean isFigure(int row, int column) {
    String cell = grid.cell(row, column);
    return !cell.isEmpty()
        && CellShape.of(cell) == CellShape.NUMBER
        && !Character.isLetter(cell.charAt(0));
  }

  /** Names of the columns, or the cells of a usual row when nothing names them. */
  int names() {
    return header.isEmpty() ? grid.usualFilled() : grid.filled[data - 1];
  }

  /** Columns in which the names or the rows under them hold something. */
  int usedColumns() {
    return grid.end == 0 ? 0 : evidence.usedColumns(Math.max(0, data - 1));
  }

  /** 0-based place of the first name. */
  int firstColumn() {
    int row = header.isEmpty() ? 0 : data - 1;
    int first = 0;
    while (first < grid.width && grid.cell(row, first).isEmpty()) {
      first++;
    }
    return first;
  }

  boolean holdsFigures(int column) {
    return column < grid.width && evidence.isTyped(column, data - 1);
  }

  /** True when a row has another width, or words where this table has figures. */
  boolean isUnlike(GridRow row, boolean widthsTold) {
    if (widthsTold && usualCells > 0 && row.cells().size() != usualCells) {
      return true;
    }
    for (int c = 0; c < Math.min(grid.width, row.cells().size()); c++) {
      if (!CellShape.trim(row.cell(c)).isEmpty() && holdsFigures(c)) {
        return true;
      }
    }
    return !widthsTold && row.cells().size() > grid.width;
  }

  boolean holdsText(int column) {
    return column < grid.width
        && evidence.holdsSomething(column, data - 1)
        && !evidence.isTyped(column, data - 1);
  }

  /** True when the row says the header again. */
  boolean isNamedBy(GridRow row) {
    return header.stream().anyMatch(r -> RowMarks.sameCells(grid.head.get(r).cells(), row));
  }

  boolean hasName(String name) {
    for (int r : header) {
      for (String cell : grid.cells[r]) {
        if (cell.equalsIgnoreCase(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when the name is one of these but for the year it tells. */
  boolean hasNameOfAnotherYear(String name) {
    for (int r : header) {
      for (String cell : grid.cells[r]) {
        if (RowMarks.sameButYear(cell, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when rows are the first ones of this table, cell for cell. */
  boolean beginsWith(List<GridRow> rows) {
    int at = data;
    for (GridRow row : rows) {
      while (at < grid.head.size() && grid.filled[at] == 0) {
        at++;
      }
      if (at == grid.head.size() || !isSame(grid.head.get(at), row)) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static boolean isSame(GridRow one, GridRow other) {
    for (int c = 0; c < Math.max(one.cells().size(), other.cells().size()); c++) {
      if (!CellShape.trim(one.cell(c)).equals(CellShape.trim(other.cell(c)))) {
        return false;
      }
    }
    return true;
  }
}
