package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.RowSpool;
import fr.jalon.engine.table.SheetSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet and how it is laid out: enough to say what it is and to choose among sheets. */
final class SheetView {
  private static final int THUMBNAIL_ROWS = 6;

  /** Rows a merged name may go down beside other rows of the header. */
  private static final int MAX_HEADER_DEPTH = 6;

  /** Blank rows above a sheet's first cell that are worth showing. */
  private static final int MAX_LEADING_BLANKS = 100;

  /** Rows of wider sheets keep the width they fill. */
  private static final int MAX_PADDED_WIDTH = 1_000;

  /** Rows of the longest form laid out in a sheet; a longer one is a table without header. */
  private static final int LONGEST_FORM = 100;

  /** Average characters of a cell from which a narrow sheet is prose. */
  private static final int PROSE_LENGTH = 40;

  final Sheet sheet;
  final Layout layout;
  final String role;

  private SheetView(Sheet sheet, Layout layout) {
    this.sheet = sheet;
    this.layout = layout;
    this.role = role(sheet, layout);
  }

  /**
   * @param headerRows what a person said of the header, null to find out
   */
  static SheetView of(Sheet sheet, @Nullable List<Long> headerRows) throws IOException {
    List<GridRow> head = new ArrayList<>();
    List<GridRow> tail = new ArrayList<>();
    RowSpool.Cursor cursor = sheet.rows.read();
    long seen = 0;
    long tailFrom = sheet.rows.rows() - Layout.TAIL_ROWS;
    while (cursor.advance()) {
      long row = cursor.row();
      long first = head.isEmpty() ? (row > MAX_LEADING_BLANKS ? row : 1) : head.get(0).number();
      if (row - first < Layout.HEAD_ROWS) {
        fill(head, head.isEmpty() ? first : next(head), row);
        cursor.load();
        head.add(gridRow(cursor, sheet.rows.width()));
      } else if (seen >= tailFrom) {
        fill(tail, tail.isEmpty() ? row : Math.max(next(tail), row - Layout.TAIL_ROWS), row);
        cursor.load();
        tail.add(gridRow(cursor, sheet.rows.width()));
      }
      seen++;
    }
    Layout layout = Layout.detect(head, tail, headerRows);
    if (headerRows == null) {
      List<Long> joined = joinedByMerges(sheet, layout);
      if (!joined.equals(layout.headerRows())) {
        layout = Layout.detect(head, tail, joined);
      }
    }
    return new SheetView(sheet, layout);
  }

  SheetSummary summary() {
    return new SheetSummary(
        sheet.name,
        sheet.hidden,
        sheet.rows.rows(),
        sheet.rows.width(),
        role,
        layout.sourceRows(THUMBNAIL_ROWS));
  }

  boolean isTable() {
    return role.equals("table");
  }

  /** The row a cursor is at with its empty cells, as wide as the sheet. */
  static GridRow gridRow(RowSpool.Cursor cursor, int sheetWidth) {
    int last = cursor.cells() == 0 ? 0 : cursor.column(cursor.cells() - 1) + 1;
    int width = Math.max(last, Math.min(sheetWidth, MAX_PADDED_WIDTH));
    List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
    for (int i = 0; i < cursor.cells(); i++) {
      cells.set(cursor.column(i), cursor.text(i));
    }
    return new GridRow(cursor.row(), cells);
  }

  private static long next(List<GridRow> rows) {
    return rows.get(rows.size() - 1).number() + 1;
  }

  private static void fill(List<GridRow> rows, long from, long to) {
    for (long row = from; row < to; row++) {
      rows.add(new GridRow(row, List.of()));
    }
  }

  /**
   * The header rows, and those that a name merged downwards from the first of them reaches: "Nom"
   * over two rows beside "Adresse" over "Rue" and "Ville".
   */
  private static List<Long> joinedByMerges(Sheet sheet, Layout layout) {
    List<Long> header = layout.headerRows();
    long top = header.isEmpty() ? firstFilled(layout) : header.get(0);
    long bottom = header.isEmpty() ? 0 : header.get(header.size() - 1);
    long first = top;
    for (Merge merge : sheet.merges) {
      boolean goesDown = merge.lastRow() > merge.firstRow();
      boolean shallow = merge.lastRow() - merge.firstRow() < MAX_HEADER_DEPTH;
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

  private static long firstFilled(Layout layout) {
    return layout.sourceRows(Layout.HEAD_ROWS).stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
        .mapToLong(row -> row.row())
        .findFirst()
        .orElse(0);
  }

  private static String role(Sheet sheet, Layout layout) {
    if (sheet.rows.rows() == 0) {
      return "empty";
    }
    if (sheet.pivot) {
      return "pivot";
    }
    return isProse(sheet, layout) ? "readme" : "table";
  }

  /** Sentences for people: narrow, wordy, and no row that names columns of more than one cell. */
  private static boolean isProse(Sheet sheet, Layout layout) {
    if (layout.firstDataRow() == 0) {
      return true;
    }
    boolean form = layout.notes().stream().anyMatch(note -> note.code().equals("form-layout"));
    if (form && sheet.rows.rows() < LONGEST_FORM) {
      return true;
    }
    long cells = 0;
    long characters = 0;
    long narrow = 0;
    long rows = 0;
    for (var row : layout.sourceRows(Layout.HEAD_ROWS)) {
      long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
      if (filled > 0) {
        rows++;
        narrow += filled == 1 ? 1 : 0;
        cells += filled;
        characters += row.cells().stream().mapToLong(String::length).sum();
      }
    }
    boolean wordy = characters > PROSE_LENGTH * cells;
    boolean nameless = layout.headerRows().isEmpty();
    return (narrow * 2 > rows && (nameless || wordy)) || (nameless && wordy);
  }
}
