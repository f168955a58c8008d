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
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table of a workbook: looks at every sheet, takes the one asked for or the first real
 * table, and goes through it once to count its rows.
 */
final class WorkbookTable {
  /** A first table shorter than this gives way to one {@link #MUCH_LONGER} times as long. */
  private static final int SHORT_TABLE = 10;

  private static final int MUCH_LONGER = 20;

  /** Rows, columns or sheets named one by one in a sentence. */
  private static final int NAMES_SHOWN = 20;

  private final Workbook workbook;
  private final ReadOptions options;

  private final List<SkippedRow> skipped = new ArrayList<>();
  private final Set<Long> leftOut = new HashSet<>();
  private BitSet hiddenRows = new BitSet();
  private long mergesFilled;
  private long skippedBeyond;
  private long rows;
  private long groupRows;
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
    List<SheetView> seen = new ArrayList<>();
    for (Sheet sheet : workbook.sheets()) {
      sheet.strip(Boolean.TRUE.equals(options.hidden()));
      boolean asked = sheet.name.equals(options.sheet());
      seen.add(SheetView.of(sheet, asked ? options : ReadOptions.NONE));
    }
    List<SheetView> views = Leaflet.tell(seen);
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
    if (chosen.sheet.hiddenCells.areTakenOut()) {
      hiddenRows = chosen.sheet.hiddenCells.rows();
    }
    List<SourceRow> head = markHidden(head(chosen));
    if (layout.firstDataRow() > 0) {
      mergesFilled = chosen.sheet.fillMerges(layout.firstDataRow(), layout.area());
    }
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

  private List<SourceRow> markHidden(List<SourceRow> rows) {
    return rows.stream()
        .map(
            row ->
                hiddenRows.get((int) row.row())
                    ? new SourceRow(row.row(), RowRole.HIDDEN, row.cells())
                    : row)
        .toList();
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
      } else if (best.layout.columns().size() == 1 && view.layout.columns().size() > 1) {
        // A list of one column is there for the cells of another sheet to be chosen from.
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
        groupRows += role == RowRole.GROUP ? 1 : 0;
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
      boolean hidden = hiddenRows.get((int) row);
      skipped.add(new SkippedRow(row, hidden ? RowRole.HIDDEN : RowRole.BLANK, ""));
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
    notes.addAll(Layout.groupNotes(groupRows));
    Sheet sheet = chosen.sheet;
    List<String> hidden =
        workbook.sheets().stream()
            .filter(other -> other.hidden && other != sheet)
            .map(other -> other.name)
            .toList();
    if (!hidden.isEmpty()) {
      notes.add(
          new Note(
              "hidden-sheets",
              Map.of(
                  "count",
                  Integer.toString(hidden.size()),
                  "names",
                  some(hidden.stream(), hidden.size()))));
    }
    notes.addAll(hidden(sheet.hiddenCells));
    workbook.carried().forEach((code, count) -> counted(notes, code, count));
    Set<String> damaged = workbook.damaged();
    if (!damaged.isEmpty()) {
      notes.add(
          new Note(
              "damaged-parts",
              Map.of(
                  "count",
                  Integer.toString(damaged.size()),
                  "names",
                  some(damaged.stream(), damaged.size()))));
    }
    counted(notes, "formulas-without-value", sheet.formulasWithoutValue);
    counted(notes, "error-cells", sheet.errors);
    counted(notes, "lost-styles", sheet.lostStyles);
    counted(notes, "long-cells", sheet.longCells);
    counted(notes, "merged-cells", mergesFilled);
    counted(notes, "more-rows-left-out", skippedBeyond);
    if (!chosen.tables.isEmpty()) {
      notes.add(SeveralTables.note(chosen.tables.size(), chosen.table));
    }
    return notes;
  }

  /** What is out of sight in the sheet read, and what became of it. */
  private static List<Note> hidden(HiddenCells cells) {
    List<Note> notes = new ArrayList<>();
    String rows = numbers(cells.rows());
    String columns = letters(cells.columns());
    if (!rows.isEmpty()) {
      Map<String, String> values =
          Map.of("count", Integer.toString(cells.rows().cardinality()), "rows", rows);
      notes.add(
          cells.areTakenOut()
              ? new Note("hidden-rows", values)
              : new Note("hidden-rows-read", values));
    }
    if (!columns.isEmpty()) {
      Map<String, String> values =
          Map.of("count", Integer.toString(cells.columns().cardinality()), "columns", columns);
      notes.add(
          cells.areTakenOut()
              ? new Note("hidden-columns", values)
              : new Note("hidden-columns-read", values));
    }
    int folded = cells.foldedRows().cardinality();
    if (folded > 0) {
      Map<String, String> values = Map.of("count", Integer.toString(folded));
      notes.add(
          cells.areFiltered()
              ? new Note("filtered-rows", values)
              : new Note("folded-rows", values));
    }
    if (!cells.foldedColumns().isEmpty()) {
      notes.add(
          new Note(
              "folded-columns",
              Map.of(
                  "count",
                  Integer.toString(cells.foldedColumns().cardinality()),
                  "columns",
                  letters(cells.foldedColumns()))));
    }
    return notes;
  }

  private static String letters(BitSet columns) {
    return some(columns.stream().mapToObj(Address::letters), columns.cardinality());
  }

  private static String numbers(BitSet rows) {
    return some(rows.stream().mapToObj(Integer::toString), rows.cardinality());
  }

  private static String some(Stream<String> names, int count) {
    String shown = names.limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return count > NAMES_SHOWN ? shown + "…" : shown;
  }

  private static void counted(List<Note> notes, String code, long count) {
    if (count > 0) {
      notes.add(new Note(code, Map.of("count", Long.toString(count))));
    }
  }
}
