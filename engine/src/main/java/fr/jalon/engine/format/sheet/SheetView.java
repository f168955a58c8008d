package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RowSpool;
import fr.jalon.engine.format.SeveralTables;
import fr.jalon.engine.format.TableArea;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.TableSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet and how it is laid out: enough to say what it is and to choose among sheets. */
final class SheetView {
  private static final int THUMBNAIL_ROWS = 6;

  /** Blank rows above a sheet's first cell that are worth showing. */
  private static final int MAX_LEADING_BLANKS = 100;

  /** Rows of wider sheets keep the width they fill. */
  private static final int MAX_PADDED_WIDTH = 1_000;

  /** Rows of the longest form laid out in a sheet; a longer one is a table without header. */
  private static final int LONGEST_FORM = 100;

  /** Average characters of a cell from which a narrow sheet is prose. */
  private static final int PROSE_LENGTH = 40;

  final Sheet sheet;

  /** The layout of the table read. */
  final Layout layout;

  final String role;

  /** The tables of the sheet when it holds several; else empty. */
  final List<TableSummary> tables;

  /** Number of the table read among them, from 1. */
  final int table;

  private SheetView(Sheet sheet, Layout layout, List<TableSummary> tables, int table) {
    this(sheet, layout, role(sheet, layout), tables, table);
  }

  private SheetView(Sheet sheet, Layout layout, String role, List<TableSummary> tables, int table) {
    this.sheet = sheet;
    this.layout = layout;
    this.role = role;
    this.tables = tables;
    this.table = table;
  }

  /**
   * @param options what a person said of this sheet: its header, which of its tables
   */
  static SheetView of(Sheet sheet, ReadOptions options) throws IOException {
    SheetTables found = SheetTables.of(sheet);
    if (found.layouts().size() == 1) {
      SeveralTables.choose(List.of(), options);
      Layout only = found.layouts().get(0);
      return new SheetView(sheet, given(sheet, only, options), List.of(), 1);
    }
    List<TableSummary> tables = found.summaries();
    int index = SeveralTables.choose(tables, options);
    Layout chosen = given(sheet, found.layouts().get(index), options);
    return new SheetView(sheet, chosen, tables, index + 1);
  }

  private static Layout given(Sheet sheet, Layout found, ReadOptions options) throws IOException {
    List<Long> header = options.headerRows();
    return header == null ? found : layout(sheet, found.area(), header);
  }

  /**
   * The layout of a part of a sheet.
   *
   * @param headerRows what a person said of the header, null to find out
   */
  static Layout layout(Sheet sheet, TableArea area, @Nullable List<Long> headerRows)
      throws IOException {
    Ends ends = Ends.of(sheet.rows, area);
    Layout layout = Layout.detect(ends.head, ends.tail, headerRows, area);
    if (headerRows == null) {
      List<Long> joined = MergedHeader.rows(sheet.merges, layout);
      if (!joined.equals(layout.headerRows())) {
        layout = Layout.detect(ends.head, ends.tail, joined, area);
      }
    }
    return layout;
  }

  /** The first and last rows of a part of a sheet. */
  record Ends(List<GridRow> head, List<GridRow> tail) {
    static Ends of(RowSpool rows, TableArea area) throws IOException {
      List<GridRow> head = new ArrayList<>();
      List<GridRow> tail = new ArrayList<>();
      long seen = 0;
      long tailFrom = count(rows, area) - Layout.TAIL_ROWS;
      RowSpool.Cursor cursor = rows.read();
      while (cursor.advance() && cursor.row() <= area.lastRow()) {
        long row = cursor.row();
        if (row < area.firstRow()) {
          continue;
        }
        long first = head.isEmpty() ? firstShown(row, area) : head.get(0).number();
        if (row - first < Layout.HEAD_ROWS) {
          fill(head, head.isEmpty() ? first : next(head), row);
          cursor.load();
          head.add(gridRow(cursor, rows.width()));
        } else if (seen >= tailFrom) {
          fill(tail, tail.isEmpty() ? row : Math.max(next(tail), row - Layout.TAIL_ROWS), row);
          cursor.load();
          tail.add(gridRow(cursor, rows.width()));
        }
        seen++;
      }
      return new Ends(head, tail);
    }

    /** Rows of the area that hold something. */
    private static long count(RowSpool rows, TableArea area) throws IOException {
      if (area.firstRow() == 1 && area.lastRow() == Long.MAX_VALUE) {
        return rows.rows();
      }
      long count = 0;
      RowSpool.Cursor cursor = rows.read();
      while (cursor.advance() && cursor.row() <= area.lastRow()) {
        count += cursor.row() >= area.firstRow() ? 1 : 0;
      }
      return count;
    }

    /** Blank rows above the first one that holds something are shown when they are few. */
    private static long firstShown(long row, TableArea area) {
      return row - area.firstRow() >= MAX_LEADING_BLANKS ? row : area.firstRow();
    }
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

  /** The same sheet, seen beside the others to be text for people. */
  SheetView asReadMe() {
    return new SheetView(sheet, layout, "readme", tables, table);
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

  private static String role(Sheet sheet, Layout layout) {
    if (sheet.rows.rows() == 0) {
      return sheet.chart ? "chart" : "empty";
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
