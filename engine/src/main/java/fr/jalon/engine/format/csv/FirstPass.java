package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.SideBySide;
import fr.jalon.engine.format.TableArea;
import fr.jalon.engine.format.TableCuts;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.TableSummary;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every record once: finds the width and the layout of the table, counts its rows and lists
 * what is left out of it.
 */
final class FirstPass {
  static final int MAX_COLUMNS = 16_384;
  private static final int TABLE_HEAD_ROWS = 6;

  private final Portion portion;
  private final Dialect dialect;
  private final Transcoder transcoder;
  private final @Nullable List<Long> givenHeader;

  /** Places of the last records, in turn. */
  private final long[] lastStarts = new long[Layout.TAIL_ROWS];

  /** 0-based first and last columns that hold something. */
  private int firstUsed;

  private int lastUsed;

  final long[] ends = new long[RecordParser.End.values().length];
  final List<SkippedRow> skipped = new ArrayList<>();
  long records;
  long rows;
  final MendCounts mended = new MendCounts();
  long strayQuotes;
  long unwrapped;

  /** Rows of one text alone, which are titles for those under them. */
  long groupRows;

  /** Number of the last record that is a row of the table. */
  long lastKept;

  int width;

  /** Cells most records have, which may not be as many as there are columns. */
  int usual;

  /** Number of the last row that names columns, 0 when none does. */
  private long headerEnd;

  RaggedRows ragged;
  private final RowMender mender;
  Layout layout;

  /** Where other tables begin below; empty when only one was looked for. */
  final List<TableCuts.Start> starts;

  /** The columns of each table, when they lie side by side; else empty. */
  List<TableArea> beside;

  FirstPass(
      Portion portion,
      Dialect dialect,
      Transcoder transcoder,
      @Nullable List<Long> givenHeader,
      boolean alone)
      throws IOException, UnreadableFile {
    this.portion = portion;
    this.dialect = dialect;
    this.transcoder = transcoder;
    this.givenHeader = givenHeader;
    List<GridRow> raw = head(0);
    this.width = width(raw);
    this.ragged = RaggedRows.learn(dataCells(raw, headerEnd), width, dialect.delimiter());
    this.mender = new RowMender(dialect, ragged, transcoder);
    List<GridRow> head = head(usual);
    this.layout = Layout.detect(head, List.of(), givenHeader, portion.area());
    this.beside = alone ? List.of() : SideBySide.areas(head, layout);
    TableCuts cuts = new TableCuts(true);
    long nonBlank = count(alone ? null : cuts);
    cuts.finish();
    this.starts = cuts.starts();
    this.layout =
        Layout.detect(head, tail(), givenHeader, portion.area()).covering(firstUsed, lastUsed);
    settle(head, nonBlank);
  }

  Portion portion() {
    return portion;
  }

  boolean isFixedWidth() {
    return dialect.columns() != null;
  }

  /** The table as one of several, in short. */
  TableSummary summary() throws IOException, UnreadableFile {
    List<Long> header = layout.headerRows();
    long first = header.isEmpty() ? layout.firstDataRow() : header.get(0);
    List<SourceRow> shown =
        layout.sourceRows(Layout.HEAD_ROWS).stream()
            .filter(row -> row.row() >= first)
            .limit(TABLE_HEAD_ROWS)
            .toList();
    return new TableSummary(first, lastKept, rows, layout.columns().size(), shown);
  }

  /** The first records from the beginning of the portion on, whatever table they are of. */
  List<SourceRow> sourceRows() throws IOException, UnreadableFile {
    List<GridRow> shown = new ArrayList<>();
    TableArea area = portion.area();
    try (RecordReader reader =
        new RecordReader(portion.path(), portion.from(), area.firstRow(), dialect, usual)) {
      while (shown.size() < Reading.HEAD_ROWS && reader.next()) {
        shown.add(row(reader, 0));
      }
    }
    return layout.sourceRows(shown);
  }

  /** The first records; each cut to the width when it is known. */
  private List<GridRow> head(int cells) throws IOException, UnreadableFile {
    List<GridRow> head = new ArrayList<>();
    try (RecordReader reader = portion.open(dialect, cells)) {
      long size = 0;
      while (head.size() < Layout.HEAD_ROWS && size < (8 << 20) && reader.next()) {
        GridRow row = row(reader, cells);
        head.add(row);
        // an empty cell takes one byte of the file but many of memory
        size += reader.position() - reader.recordStart() + 16L * row.cells().size();
      }
    }
    return head;
  }

  private GridRow row(RecordReader reader, int limit) throws UnreadableFile {
    RecordParser parser = reader.parser();
    if (parser.count > MAX_COLUMNS) {
      throw new UnreadableFile(
          new Refusal("too-many-columns", Map.of("columns", Integer.toString(MAX_COLUMNS))));
    }
    List<String> cells;
    if (limit == 0) {
      cells = transcoder.texts(parser);
    } else if (reader.number() <= headerEnd) {
      cells = mender.headerCells(parser);
    } else {
      cells = mender.cells(parser);
    }
    return new GridRow(reader.number(), cells);
  }

  /** Cells a record of the table has: as many as the header, unless most rows say otherwise. */
  private int width(List<GridRow> raw) {
    Map<Integer, Integer> widths = new HashMap<>();
    int rowsSeen = 0;
    for (GridRow row : raw) {
      if (!Layout.isBlank(row)) {
        widths.merge(row.cells().size(), 1, Integer::sum);
        rowsSeen++;
      }
    }
    int modal = 1;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
      boolean more = entry.getValue() > most;
      if (more || entry.getValue() == most && entry.getKey() > modal) {
        modal = entry.getKey();
        most = entry.getValue();
      }
    }
    Layout rough = Layout.detect(raw, List.of(), givenHeader, portion.area());
    int header = 0;
    int blankNames = 0;
    long dataFrom = 0;
    for (GridRow row : raw) {
      if (rough.headerRows().contains(row.number())) {
        header = Math.max(header, row.cells().size());
        dataFrom = row.number();
        blankNames = blanksBeforeLast(row);
      }
    }
    headerEnd = dataFrom;
    usual = most * 2 > rowsSeen ? modal : Math.max(header, 1);
    if (header == 0) {
      return modal;
    }
    if (rowsSeen > 3 && header == modal + 1 && blankNames == 1 && most >= rowsSeen - 1) {
      // A delimiter too many in the header: no row has a cell for it.
      return modal;
    }
    int longer = 0;
    for (GridRow row : raw) {
      if (row.number() > dataFrom) {
        longer += lastFilled(row) > header ? 1 : 0;
      }
    }
    if (longer * 10 <= rowsSeen || header >= modal) {
      return header;
    }
    List<List<String>> data = dataCells(raw, dataFrom);
    boolean cut = RaggedRows.learn(data, header, dialect.delimiter()).explains(data);
    return cut ? header : modal;
  }

  private static List<List<String>> dataCells(List<GridRow> rows, long after) {
    return rows.stream().filter(row -> row.number() > after).map(GridRow::cells).toList();
  }

  private static int blanksBeforeLast(GridRow row) {
    int blanks = 0;
    for (int cell = 0; cell < lastFilled(row); cell++) {
      blanks += row.cells().get(cell).isBlank() ? 1 : 0;
    }
    return blanks;
  }

  private static int lastFilled(GridRow row) {
    int last = row.cells().size();
    while (last > 0 && row.cells().get(last - 1).isBlank()) {
      last--;
    }
    return last;
  }

  /** Reads all records; gives the number of those that are not blank beyond the head. */
  private long count(@Nullable TableCuts cuts) throws IOException, UnreadableFile {
    long nonBlank = 0;
    long headEnd = layout.headEnd();
    firstUsed = layout.firstColumn();
    lastUsed = firstUsed + layout.columns().size() - 1;
    HeaderEcho echo = new HeaderEcho(portion, dialect, transcoder, usual, layout);
    try (RecordReader reader = portion.open(dialect, usual)) {
      RecordParser parser = reader.parser();
      while (reader.next()) {
        lastStarts[(int) (records++ % lastStarts.length)] = reader.recordStart();
        ends[parser.end.ordinal()]++;
        strayQuotes += parser.strayQuote ? 1 : 0;
        unwrapped += parser.unwrapped ? 1 : 0;
        boolean blank = portion.isBlank(parser);
        if (cuts != null) {
          look(cuts, reader, blank);
        }
        if (!blank && reader.number() >= layout.firstDataRow()) {
          mended.add(mender.look(parser), reader.number());
        }
        if (reader.number() > headEnd) {
          nonBlank += blank ? 0 : 1;
          use(parser);
          if (blank) {
            skip(reader.number(), RowRole.BLANK, "");
          } else if (layout.mayGroup() && isAlone(parser)) {
            groupRows += layout.role(row(reader, width)) == RowRole.GROUP ? 1 : 0;
          } else if (echo.matches(parser, reader.number())) {
            GridRow row = portion.area().cut(row(reader, width));
            skip(reader.number(), RowRole.REPEATED_HEADER, Layout.text(row));
            nonBlank--;
          }
        }
      }
    }
    return nonBlank;
  }

  /** Shows a record to those who look for other tables, when it may begin one. */
  private void look(TableCuts cuts, RecordReader reader, boolean blank) throws UnreadableFile {
    RecordParser parser = reader.parser();
    if (!beside.isEmpty()
        && SideBySide.fills(beside, cell -> cell < parser.count && !parser.isBlank(cell))) {
      beside = List.of();
    }
    if (blank) {
      cuts.blank(reader.number());
    } else if (cuts.isLooking()
        || cuts.isSuspect(parser.count)
        || isLetter(parser, cuts.figures())) {
      cuts.add(row(reader, 0), reader.recordStart());
    } else {
      cuts.pass();
    }
  }

  /** True when only one cell of the table holds something. */
  private boolean isAlone(RecordParser parser) {
    int filled = 0;
    int end = (int) Math.min(parser.count, portion.area().lastColumn() + 1L);
    for (int cell = portion.area().firstColumn(); cell < end && filled < 2; cell++) {
      filled += parser.isBlank(cell) ? 0 : 1;
    }
    return filled == 1;
  }

  private static boolean isLetter(RecordParser parser, int cell) {
    if (cell < 0 || cell >= parser.count || parser.starts[cell] >= parser.ends[cell]) {
      return false;
    }
    int first = parser.data[parser.starts[cell]] | 0x20;
    return first >= 'a' && first <= 'z';
  }

  /** Notices cells in columns that were empty in the head. */
  private void use(RecordParser parser) {
    TableArea area = portion.area();
    for (int cell = area.firstColumn(); cell < Math.min(firstUsed, parser.count); cell++) {
      if (!parser.isBlank(cell)) {
        firstUsed = cell;
      }
    }
    int last = Math.min(Math.min(width, parser.count) - 1, area.lastColumn());
    for (int cell = last; cell > lastUsed; cell--) {
      if (!parser.isBlank(cell)) {
        lastUsed = cell;
      }
    }
  }

  private void skip(long number, RowRole role, String text) {
    if (skipped.size() < Reading.MAX_SKIPPED) {
      skipped.add(new SkippedRow(number, role, text));
    }
  }

  /** The last records of the file. */
  private List<GridRow> tail() throws IOException, UnreadableFile {
    List<GridRow> tail = new ArrayList<>();
    int count = (int) Math.min(records, lastStarts.length);
    if (count == 0) {
      return tail;
    }
    long first = records - count;
    long start = lastStarts[(int) (first % lastStarts.length)];
    try (RecordReader reader =
        portion.open(start, portion.area().firstRow() + first, dialect, usual)) {
      while (reader.next()) {
        tail.add(row(reader, width));
      }
    }
    return tail;
  }

  /** Counts the rows kept and lists the others, now that the end of the table is known. */
  private void settle(List<GridRow> head, long nonBlankBeyond) throws IOException, UnreadableFile {
    List<SkippedRow> first = new ArrayList<>();
    rows = nonBlankBeyond;
    for (GridRow row : head) {
      RowRole role = layout.role(row);
      if (Layout.isKept(role)) {
        rows++;
        groupRows += role == RowRole.GROUP ? 1 : 0;
        lastKept = row.number();
      } else if (!layout.headerRows().contains(row.number())) {
        first.add(new SkippedRow(row.number(), role, Layout.text(portion.area().cut(row))));
      }
    }
    for (GridRow row : tail()) {
      RowRole role = layout.role(row);
      if (row.number() > layout.headEnd() && role == RowRole.NOTE) {
        rows--;
        skip(row.number(), RowRole.NOTE, Layout.text(portion.area().cut(row)));
      } else if (Layout.isKept(role)) {
        lastKept = row.number();
      }
    }
    skipped.addAll(0, first);
    skipped.sort((a, b) -> Long.compare(a.row(), b.row()));
    if (skipped.size() > Reading.MAX_SKIPPED) {
      skipped.subList(Reading.MAX_SKIPPED, skipped.size()).clear();
    }
  }
}
