package fr.jalon.engine.format;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the table lies among the rows of a sheet: which rows name the columns, which are titles or
 * notes, which columns are empty leftovers.
 *
 * <p>Decided once from the first and last rows ({@link #detect}); {@link #role} then says what any
 * row is as it streams by. Row numbers are 1-based. Immutable.
 */
public final class Layout {
  /** Rows at the beginning worth giving to {@link #detect}. */
  public static final int HEAD_ROWS = 400;

  /** Rows at the end worth giving to {@link #detect}. */
  public static final int TAIL_ROWS = 80;

  static final long NO_FOOT = Long.MAX_VALUE;

  private final List<GridRow> head;
  private final List<RowRole> headRoles;
  private final List<Long> headerRows;
  private final long firstDataRow;
  private final long footRow;
  private final List<Column> columns;
  private final List<List<String>> headerCells;
  private final List<Note> notes;
  private final TableArea area;
  private final boolean groups;

  Layout(
      List<GridRow> head,
      List<RowRole> headRoles,
      List<Long> headerRows,
      long firstDataRow,
      long footRow,
      List<Column> columns,
      List<List<String>> headerCells,
      List<Note> notes,
      TableArea area,
      boolean groups) {
    this.head = List.copyOf(head);
    this.headRoles = List.copyOf(headRoles);
    this.headerRows = List.copyOf(headerRows);
    this.firstDataRow = firstDataRow;
    this.footRow = footRow;
    this.columns = List.copyOf(columns);
    this.headerCells = List.copyOf(headerCells);
    this.notes = List.copyOf(notes);
    this.area = area;
    this.groups = groups;
  }

  /**
   * Finds the layout.
   *
   * @param head the first rows, blank ones included, at most {@value #HEAD_ROWS} are looked at
   * @param tail the last rows; those already in the head are ignored, so it may overlap it or be
   *     empty when the head is the whole sheet
   * @param headerRows what a person said of the header; null to find out, empty for no header
   */
  public static Layout detect(
      List<GridRow> head, List<GridRow> tail, @Nullable List<Long> headerRows) {
    return detect(head, tail, headerRows, TableArea.WHOLE);
  }

  /**
   * Finds the layout of one table of several.
   *
   * @param head the first rows of its area
   * @param tail the last rows of its area
   */
  public static Layout detect(
      List<GridRow> head, List<GridRow> tail, @Nullable List<Long> headerRows, TableArea area) {
    return new LayoutDetector(
            head.stream().map(area::cut).toList(), tail.stream().map(area::cut).toList())
        .detect(headerRows, area);
  }

  /** Where in the sheet this table lies. */
  public TableArea area() {
    return area;
  }

  /** The record numbers that name the columns, empty when none does. */
  public List<Long> headerRows() {
    return headerRows;
  }

  /** Record number of the first row of data, 0 when there is none. */
  public long firstDataRow() {
    return firstDataRow;
  }

  /**
   * Record number from which only notes and blank rows are left; {@code Long.MAX_VALUE} if none.
   */
  public long footRow() {
    return footRow;
  }

  /** The columns of the table, in order, each with its place in the file. */
  public List<Column> columns() {
    return columns;
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** 0-based place in the file of the first column; the table's columns follow one another. */
  public int firstColumn() {
    return columns.isEmpty() ? 0 : columns.get(0).sourceIndex();
  }

  /**
   * The same layout with nameless columns added, so that those from one place of the file to
   * another are kept: only the head and tail were seen here, and a column empty in both may hold
   * something between them.
   *
   * @param first 0-based
   * @param last 0-based, included
   */
  public Layout covering(int first, int last) {
    int begin = Math.min(first, firstColumn());
    int end = Math.max(last + 1, firstColumn() + columns.size());
    if (end - begin == columns.size()) {
      return this;
    }
    List<Column> wider = new ArrayList<>();
    for (int place = begin; place < end; place++) {
      int index = place - firstColumn();
      boolean known = index >= 0 && index < columns.size();
      String name = known ? columns.get(index).name() : ColumnNames.nameless(place);
      wider.add(new Column(wider.size(), place, name));
    }
    return new Layout(
        head,
        headRoles,
        headerRows,
        firstDataRow,
        footRow,
        wider,
        headerCells,
        notes,
        area,
        groups);
  }

  /** What is worth saying: "form-layout", "label-row", "rows-above-header" */
  public List<Note> notes() {
    return notes;
  }

  /**
   * What a row is. Rows of the head were judged together; a later one is blank, a repeated header,
   * a note when it is in the foot, or else belongs to the table.
   */
  public RowRole role(GridRow whole) {
    if (!area.holdsRow(whole.number())) {
      return isBlank(whole) ? RowRole.BLANK : RowRole.OTHER_TABLE;
    }
    if (whole.number() <= headEnd()) {
      return headRole(whole.number());
    }
    GridRow row = area.cut(whole);
    if (isBlank(row)) {
      return RowRole.BLANK;
    }
    if (row.number() >= footRow) {
      return RowRole.NOTE;
    }
    if (repeatsHeader(row)) {
      return RowRole.REPEATED_HEADER;
    }
    if (RowMarks.isTotal(row)) {
      return RowRole.TOTAL;
    }
    return groups && RowMarks.isGroup(row) ? RowRole.GROUP : RowRole.DATA;
  }

  /**
   * True when a row with one text alone is a title for the rows under it ("Quartier Nord"): most
   * columns of this table hold figures. Such a row stays a row of the table.
   */
  public boolean mayGroup() {
    return groups;
  }

  /** Says that there are titles for groups of rows, when there are. */
  public static List<Note> groupNotes(long count) {
    return count == 0 ? List.of() : List.of(note("group-rows", "count", count));
  }

  /** Number of the last row judged one by one with the others of the head. */
  public long headEnd() {
    return head.isEmpty() ? 0 : head.get(head.size() - 1).number();
  }

  /** What a row of the head is; its number is at most {@link #headEnd}. */
  public RowRole headRole(long number) {
    return headRoles.get((int) (number - head.get(0).number()));
  }

  /** True for the roles whose rows are rows of the table. */
  public static boolean isKept(RowRole role) {
    return role == RowRole.DATA || role == RowRole.TOTAL || role == RowRole.GROUP;
  }

  /** True when no cell holds anything but white space. */
  public static boolean isBlank(GridRow row) {
    for (String cell : row.cells()) {
      for (int i = 0; i < cell.length(); i++) {
        if (!CellShape.isBlank(cell.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first rows with what each is, for showing. */
  public List<SourceRow> sourceRows(int limit) {
    List<SourceRow> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, head.size()); i++) {
      rows.add(sourceRow(head.get(i), headRoles.get(i)));
    }
    return rows;
  }

  /** Rows of the sheet, other tables included, with what each is. */
  public List<SourceRow> sourceRows(List<GridRow> rows) {
    return rows.stream().map(row -> sourceRow(row, role(row))).toList();
  }

  /** A row cut to what is shown of it. */
  public static SourceRow sourceRow(GridRow row, RowRole role) {
    return new SourceRow(
        row.number(),
        role,
        row.cells().stream()
            .limit(SourceRow.MAX_CELLS)
            .map(cell -> cut(cell, SourceRow.MAX_CELL_LENGTH))
            .toList());
  }

  /** The text of a row left out: its cells that hold something, joined and cut. */
  public static String text(GridRow row) {
    return cut(
        String.join(
            " ", row.cells().stream().map(CellShape::trim).filter(c -> !c.isEmpty()).toList()),
        SourceRow.MAX_CELL_LENGTH);
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  /** True when the row has the same cells as one of the header's. */
  public boolean repeatsHeader(GridRow row) {
    for (List<String> cells : headerCells) {
      if (RowMarks.sameCells(cells, row)) {
        return true;
      }
    }
    return false;
  }

  static Note note(String code, String name, long value) {
    return new Note(code, Map.of(name, Long.toString(value)));
  }
}
