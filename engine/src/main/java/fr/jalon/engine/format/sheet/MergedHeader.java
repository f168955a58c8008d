package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.CellShape;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.table.SourceRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rows of a header that only its merged cells tell. */
final class MergedHeader {
  /** Rows a merged name may go down beside other rows of the header. */
  private static final int MAX_DEPTH = 6;

  /** Share of the cells below that makes a column one of figures, dates… */
  private static final double TYPED = 0.7;

  private final List<Merge> merges;
  private final Layout layout;
  private final List<SourceRow> head;

  private MergedHeader(List<Merge> merges, Layout layout) {
    this.merges =
        merges.stream()
            .filter(
                merge ->
                    merge.firstColumn() >= layout.area().firstColumn()
                        && merge.lastColumn() <= layout.area().lastColumn())
            .toList();
    this.layout = layout;
    this.head = merges.isEmpty() ? List.of() : layout.sourceRows(Layout.HEAD_ROWS);
  }

  /**
   * The header rows, those that a name merged downwards from the first of them reaches ("Nom" over
   * two rows beside "Adresse" over "Rue" and "Ville"), and the names below merged names of groups.
   */
  static List<Long> rows(List<Merge> merges, Layout layout) {
    MergedHeader found = new MergedHeader(merges, layout);
    List<Long> header = found.reached();
    if (header.isEmpty()) {
      return header;
    }
    long bottom = header.get(header.size() - 1);
    if (!found.namesGroupedColumns(bottom)) {
      return header;
    }
    List<Long> joined = new ArrayList<>(header);
    joined.add(bottom + 1);
    return joined;
  }

  private List<Long> reached() {
    List<Long> header = layout.headerRows();
    long top = header.isEmpty() ? firstFilled() : header.get(0);
    long bottom = header.isEmpty() ? 0 : header.get(header.size() - 1);
    long first = top;
    for (Merge merge : merges) {
      boolean goesDown = merge.lastRow() > merge.firstRow();
      boolean shallow = merge.lastRow() - merge.firstRow() < MAX_DEPTH;
      if (goesDown && shallow && merge.firstRow() <= top && merge.lastRow() >= top) {
        first = Math.min(first, merge.firstRow());
        bottom = Math.max(bottom, merge.lastRow());
      }
    }
    if (bottom == 0
        || (!header.isEmpty() && first == top && bottom == header.get(header.size() - 1))) {
      return header;
    }
    List<Long> joined = new ArrayList<>();
    for (long row = first; row <= bottom; row++) {
      joined.add(row);
    }
    return joined;
  }

  private long firstFilled() {
    return head.stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
        .mapToLong(SourceRow::row)
        .findFirst()
        .orElse(0);
  }

  /**
   * True when the row below one of merged names has a name for every column of theirs: only texts,
   * none of them a value further down, and either over figures or beside names that need none.
   */
  private boolean namesGroupedColumns(long row) {
    int groups = index(row);
    int names = index(row + 1);
    if (groups < 0 || names < 0 || names + 1 >= head.size()) {
      return false;
    }
    Set<Integer> grouped = new HashSet<>();
    for (Merge merge : merges) {
      boolean across = merge.lastColumn() > merge.firstColumn();
      if (across && merge.firstRow() == row && merge.lastRow() == row) {
        if (!isNamed(merge, groups, names)) {
          return false;
        }
        for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
          grouped.add(c);
        }
      }
    }
    if (grouped.isEmpty()) {
      return false;
    }
    boolean overFigures = false;
    int alone = 0;
    int twice = 0;
    for (int c = 0; c < head.get(names).cells().size(); c++) {
      String name = cell(names, c);
      boolean needsNone = !grouped.contains(c) && !cell(groups, c).isEmpty();
      if (!name.isEmpty()) {
        CellShape shape = CellShape.of(name);
        if (shape != CellShape.TEXT && shape != CellShape.CODE || isValueBelow(name, c, names)) {
          return false;
        }
        overFigures |= isTypedBelow(c, names);
        twice += needsNone ? 1 : 0;
      } else if (needsNone) {
        alone++;
      }
    }
    return overFigures || alone > 0 && twice == 0;
  }

  /** True when the columns of a merged name each have another name of their own. */
  private boolean isNamed(Merge merge, int groups, int names) {
    String group = cell(groups, merge.firstColumn());
    Set<String> own = new HashSet<>();
    for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
      String name = cell(names, c);
      if (name.isEmpty() || name.equals(group) || !own.add(name)) {
        return false;
      }
    }
    return !group.isEmpty();
  }

  private boolean isValueBelow(String name, int column, int names) {
    for (int r = names + 1; r < head.size(); r++) {
      if (cell(r, column).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTypedBelow(int column, int names) {
    int typed = 0;
    int filled = 0;
    for (int r = names + 1; r < head.size(); r++) {
      CellShape shape = CellShape.of(cell(r, column));
      filled += shape == CellShape.EMPTY || shape == CellShape.MISSING ? 0 : 1;
      typed += shape.isTyped() ? 1 : 0;
    }
    return filled > 0 && typed >= TYPED * filled;
  }

  private int index(long row) {
    for (int r = 0; r < head.size(); r++) {
      if (head.get(r).row() == row) {
        return r;
      }
    }
    return -1;
  }

  private String cell(int row, int column) {
    List<String> cells = head.get(row).cells();
    boolean here =
        column < cells.size()
            && column >= layout.area().firstColumn()
            && column <= layout.area().lastColumn();
    return here ? CellShape.trim(cells.get(column)) : "";
  }
}
