package fr.jalon.engine.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first rows of a sheet with their cells trimmed and their shapes known, cut where the notes
 * below the table begin. Rows are 0-based here.
 */
final class Grid {
  final List<GridRow> head;

  /** The last rows of the sheet that are not in the head. */
  final List<GridRow> tail;

  /** Cells of the widest row of the head. */
  final int width;

  final String[][] cells;
  final CellShape[][] shapes;

  /** How many cells of each row hold something. */
  final int[] filled;

  /** The first row of the head after the table's last, or the number of rows. */
  final int end;

  /** Record number from which only notes and blank rows are left. */
  final long footRow;

  Grid(List<GridRow> first, List<GridRow> last) {
    this.head = first.size() > Layout.HEAD_ROWS ? first.subList(0, Layout.HEAD_ROWS) : first;
    this.tail = new ArrayList<>(first.subList(head.size(), first.size()));
    long seen = first.isEmpty() ? 0 : first.get(first.size() - 1).number();
    last.stream().filter(row -> row.number() > seen).forEach(tail::add);
    this.width = head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    this.cells = new String[head.size()][];
    this.shapes = new CellShape[head.size()][];
    this.filled = new int[head.size()];
    for (int r = 0; r < head.size(); r++) {
      look(r, head.get(r).cells());
    }
    List<GridRow> all = new ArrayList<>(head);
    all.addAll(tail);
    int foot = foot(all);
    this.footRow = foot < all.size() ? all.get(foot).number() : Layout.NO_FOOT;
    this.end = Math.min(foot, head.size());
  }

  private void look(int row, List<String> raw) {
    cells[row] = new String[raw.size()];
    shapes[row] = new CellShape[raw.size()];
    for (int c = 0; c < raw.size(); c++) {
      cells[row][c] = CellShape.trim(raw.get(c));
      shapes[row][c] = CellShape.of(cells[row][c]);
      filled[row] += shapes[row][c] == CellShape.EMPTY ? 0 : 1;
    }
  }

  /** Walks up from the last row while rows are blank or notes. */
  private int foot(List<GridRow> all) {
    int usual = usualFilled();
    OwnRows own = OwnRows.of(this, 0, head.size());
    int foot = all.size();
    boolean notes = false;
    for (int i = all.size() - 1; i > 0; i--) {
      GridRow row = all.get(i);
      boolean blank = Layout.isBlank(row);
      if (!blank
          && (!RowMarks.isNote(row, usual, Layout.isBlank(all.get(i - 1)))
              || own.has(row)
              || isLikeOthers(all, i, usual))) {
        break;
      }
      notes |= !blank;
      foot = i;
    }
    return notes ? foot : all.size();
  }

  /**
   * True when a row that might be a note is made as rows of the table are, some of which fill as
   * few cells between fuller ones: none of its texts is longer than those above it.
   */
  private boolean isLikeOthers(List<GridRow> all, int index, int usual) {
    GridRow row = all.get(index);
    if (row.cells().size() <= 2 || Layout.isBlank(all.get(index - 1))) {
      return false;
    }
    int cellsFilled = 0;
    for (int c = 0; c < row.cells().size(); c++) {
      String cell = CellShape.trim(row.cell(c));
      if (!cell.isEmpty()) {
        cellsFilled++;
        if (RowMarks.isNoteMark(cell) || cell.endsWith(":") || cell.length() > longest(c, index)) {
          return false;
        }
      }
    }
    boolean fuller = false;
    boolean sparse = false;
    for (int r = 0; r < Math.min(index, head.size()); r++) {
      boolean few = filled[r] > 0 && filled[r] <= cellsFilled;
      if (filled[r] * 2 >= usual && !few) {
        if (sparse) {
          return true;
        }
        fuller = true;
      } else if (few && fuller) {
        sparse = true;
      }
    }
    return false;
  }

  /** Length of the longest cell that a column has above a row. */
  private int longest(int column, int row) {
    int longest = 0;
    for (int r = 0; r < Math.min(row, head.size()); r++) {
      longest = Math.max(longest, cell(r, column).length());
    }
    return longest;
  }

  /** Cells a row of this sheet usually fills: three rows out of four fill no more. */
  int usualFilled() {
    int[] counts = Arrays.stream(filled).filter(count -> count > 0).sorted().toArray();
    return counts.length == 0 ? 0 : counts[counts.length * 3 / 4];
  }

  /** The cell of a row, "" beyond its end. */
  String cell(int row, int column) {
    return column < cells[row].length ? cells[row][column] : "";
  }

  /** What the cell of a row looks like. */
  CellShape shape(int row, int column) {
    return column < shapes[row].length ? shapes[row][column] : CellShape.EMPTY;
  }

  /** True when nothing but blank rows is left of the table below a row. */
  boolean isLast(int row) {
    for (int next = row + 1; next < end; next++) {
      if (filled[next] > 0) {
        return false;
      }
    }
    return true;
  }

  /** True when most cells of a row name units, and not values of units below. */
  boolean isUnits(int row, Evidence evidence) {
    int units = 0;
    for (String cell : cells[row]) {
      units += !cell.isEmpty() && RowMarks.isUnit(cell) ? 1 : 0;
    }
    return units >= 0.7 * filled[row] && (units >= 2 || evidence.textOverTyped(row) > 0);
  }
}
