package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.RowSpool;
import fr.jalon.engine.format.SeveralTables;
import fr.jalon.engine.format.SpooledTable;
import fr.jalon.engine.format.TableArea;
import fr.jalon.engine.table.Address;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table of a workbook: looks at every sheet, takes the one asked for or the first real
 * table, and goes through it once to count its rows.
 */
final class WorkbookTable {
  /** A first table shorter than this gives way to one {@link #MUCH_LONGER} times as long. */
  private static final int SHORT_TABLE = 10;

  private static final int MUCH_LONGER = 20;

  private final Workbook workbook;
  private final ReadOptions options;

  private final List<SkippedRow> skipped = new ArrayList<>();
  private final Set<Long> leftOut = new HashSet<>();
  private long skippedBeyond;
  private long rows;
  private long[] dataCells = {};

  private WorkbookTable(Workbook workbook, ReadOptions options) {
    this.workbook = workbook;
    this.options = options;
  }

  /** The table of the workbook; closing it closes the workbook. */
  static Table of(Workbook workbook, ReadOptions options) throws IOException {
    boolean done = false;
    try {
      Table table = new WorkbookTable(workbook, options).build();
      done = true;
      return table;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private Table build() throws IOException {
    List<SheetView> views = new ArrayList<>();
    for (Sheet sheet : workbook.sheets()) {
      boolean asked = sheet.name.equals(options.sheet());
      views.add(SheetView.of(sheet, asked ? options : ReadOptions.NONE));
    }
    SheetView chosen = choose(views);
    if (options.sheet() == null && !options.equals(ReadOptions.NONE)) {
      chosen = SheetView.of(chosen.sheet, options);
    }
    for (Sheet sheet : workbook.sheets()) {
      if (sheet != chosen.sheet) {
        sheet.rows.close();
      }
    }
    Layout layout = chosen.layout;
    List<SourceRow> head = head(chosen);
    count(chosen.sheet.rows, layout);
    List<Column> columns = columns(chosen.sheet.rows, layout);
    chosen.sheet.rows.checkGrid(columns.size());
    Reading reading =
        new Reading(
            workbook.format,
            null,
            false,
            null,
            null,
            null,
            null,
            chosen.sheet.name,
            views.stream().map(SheetView::summary).toList(),
            layout.headerRows(),
            layout.firstDataRow(),
            rows,
            columns.stream().map(Column::name).toList(),
            skipped,
            head,
            null,
            notes(chosen));
    int[] sources = columns.stream().mapToInt(Column::sourceIndex).toArray();
    TableArea area = layout.area();
    return new SpooledTable(
        reading.withTables(chosen.tables, chosen.table),
        columns,
        chosen.sheet.rows,
        sources,
        row -> area.holdsRow(row) && !leftOut.contains(row));
  }

  /** The first rows from the beginning of the table on, whatever table they are of. */
  private static List<SourceRow> head(SheetView view) throws IOException {
    Layout layout = view.layout;
    if (view.tables.isEmpty()) {
      return layout.sourceRows(Reading.HEAD_ROWS);
    }
    TableArea shown = TableArea.WHOLE.rows(layout.area().firstRow(), Long.MAX_VALUE);
    List<GridRow> rows = SheetView.Ends.of(view.sheet.rows, shown).head();
    return layout.sourceRows(rows.subList(0, Math.min(rows.size(), Reading.HEAD_ROWS)));
  }

  private SheetView choose(List<SheetView> views) throws IOException {
    String asked = options.sheet();
    if (asked != null) {
      for (SheetView view : views) {
        if (view.sheet.name.equals(asked)) {
          return view;
        }
      }
      throw new RefusedException("no-such-sheet", "sheet", asked);
    }
    SheetView best = firstTable(views.stream().filter(view -> !view.sheet.hidden).toList());
    if (best == null) {
      best = firstTable(views);
    }
    if (best == null) {
      throw new RefusedException("empty-workbook");
    }
    return best;
  }

  private static @Nullable SheetView firstTable(List<SheetView> views) {
    SheetView best = null;
    for (SheetView view : views) {
      long length = view.sheet.rows.rows();
      if (!view.isTable()) {
        continue;
      }
      if (best == null) {
        best = view;
      } else if (best.sheet.rows.rows() < SHORT_TABLE
          && length > best.sheet.rows.rows() * MUCH_LONGER) {
        best = view;
      }
    }
    if (best != null) {
      return best;
    }
    for (SheetView view : views) {
      if (view.sheet.rows.rows() > 0 && (best == null || view.role.equals("pivot"))) {
        best = view;
      }
    }
    return best;
  }

  /** Goes through the sheet: which rows are data, and how many cells each column has in them. */
  private void count(RowSpool spool, Layout layout) throws IOException {
    dataCells = new long[spool.width()];
    Arrays.setAll(dataCells, spool::filled);
    List<byte[]> headerStarts = headerStarts(layout);
    RowSpool.Cursor cursor = spool.read();
    long lastHead = 0;
    for (var row : layout.sourceRows(Layout.HEAD_ROWS)) {
      lastHead = row.row();
    }
    TableArea area = layout.area();
    long expected = area.firstRow();
    while (cursor.advance()) {
      if (!area.holdsRow(cursor.row())) {
        cursor.load();
        forget(cursor);
        continue;
      }
      blanks(expected, cursor.row());
      expected = cursor.row() + 1;
      if (isPlainData(cursor, layout, lastHead, headerStarts)) {
        rows++;
        continue;
      }
      cursor.load();
      GridRow row = SheetView.gridRow(cursor, spool.width());
      RowRole role = layout.role(row);
      if (Layout.isKept(role)) {
        rows++;
      } else {
        leaveOut(cursor, role, Layout.text(area.cut(row)));
      }
    }
  }

  private void leaveOut(RowSpool.Cursor cursor, RowRole role, String text) {
    leftOut.add(cursor.row());
    forget(cursor);
    skip(cursor.row(), role, text);
  }

  private void forget(RowSpool.Cursor cursor) {
    for (int i = 0; i < cursor.cells(); i++) {
      dataCells[cursor.column(i)]--;
    }
  }

  /** True, without making any text, for a row past the head that can be nothing but data. */
  private static boolean isPlainData(
      RowSpool.Cursor cursor, Layout layout, long lastHead, List<byte[]> headerStarts) {
    if (cursor.row() <= lastHead || cursor.row() >= layout.footRow() || layout.area().isNarrow()) {
      return false;
    }
    int start = cursor.firstStart();
    int end = start + cursor.firstLength();
    byte first = cursor.bytes()[start];
    if (first <= ' ') {
      return false;
    }
    for (byte[] header : headerStarts) {
      if (Arrays.equals(cursor.bytes(), start, end, header, 0, header.length)) {
        return false;
      }
    }
    return true;
  }

  private static List<byte[]> headerStarts(Layout layout) {
    List<byte[]> starts = new ArrayList<>();
    for (var row : layout.sourceRows(Layout.HEAD_ROWS)) {
      if (row.role() == RowRole.HEADER) {
        row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .ifPresent(cell -> starts.add(cell.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return starts;
  }

  private void blanks(long from, long to) {
    for (long row = from; row < to && skipped.size() < Reading.MAX_SKIPPED; row++) {
      skipped.add(new SkippedRow(row, RowRole.BLANK, ""));
    }
  }

  private void skip(long row, RowRole role, String text) {
    if (skipped.size() < Reading.MAX_SKIPPED) {
      skipped.add(new SkippedRow(row, role, text));
    } else {
      skippedBeyond++;
    }
  }

  /**
   * The columns of the layout but those without name or data, and those that only rows far down
   * fill.
   */
  private List<Column> columns(RowSpool spool, Layout layout) {
    List<Column> columns = new ArrayList<>();
    int next = 0;
    for (Column column : layout.columns()) {
      int source = column.sourceIndex();
      next = source + 1;
      if (source < dataCells.length && dataCells[source] > 0 || !column.isNameless()) {
        columns.add(new Column(columns.size(), source, column.name()));
      }
    }
    int end = (int) Math.min(spool.width(), layout.area().lastColumn() + 1L);
    for (int source = next; source < end; source++) {
      if (dataCells[source] > 0) {
        columns.add(new Column(columns.size(), source, "colonne_" + Address.letters(source)));
      }
    }
    return columns;
  }

  private List<Note> notes(SheetView chosen) {
    List<Note> notes = new ArrayList<>(chosen.layout.notes());
    Sheet sheet = chosen.sheet;
    List<String> hidden =
        workbook.sheets().stream().filter(s -> s.hidden).map(s -> s.name).limit(20).toList();
    if (!hidden.isEmpty()) {
      notes.add(
          new Note(
              "hidden-sheets",
              Map.of(
                  "count", Integer.toString(hidden.size()), "names", String.join(", ", hidden))));
    }
    counted(notes, "hidden-rows", sheet.hiddenRows.cardinality());
    counted(notes, "hidden-columns", sheet.hiddenColumns.cardinality());
    workbook.carried().forEach((code, count) -> counted(notes, code, count));
    counted(notes, "formulas-without-value", sheet.formulasWithoutValue);
    counted(notes, "error-cells", sheet.errors);
    counted(notes, "long-cells", sheet.longCells);
    counted(notes, "merged-cells", mergesInData(chosen));
    counted(notes, "more-rows-left-out", skippedBeyond);
    if (!chosen.tables.isEmpty()) {
      notes.add(SeveralTables.note(chosen.tables.size(), chosen.table));
    }
    return notes;
  }

  /** Merged cells among the data: only the first cell of each holds the value. */
  private static long mergesInData(SheetView chosen) {
    long first = chosen.layout.firstDataRow();
    return first == 0
        ? 0
        : chosen.sheet.merges.stream()
            .filter(merge -> merge.firstRow() >= first && merge.lastRow() > merge.firstRow())
            .filter(merge -> chosen.layout.area().holdsRow(merge.firstRow()))
            .count();
  }

  private static void counted(List<Note> notes, String code, long count) {
    if (count > 0) {
      notes.add(new Note(code, Map.of("count", Long.toString(count))));
    }
  }
}
