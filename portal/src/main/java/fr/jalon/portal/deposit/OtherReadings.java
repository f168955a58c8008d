package fr.jalon.portal.deposit;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.TableSummary;
import fr.jalon.portal.deposit.ReadingView.Alternative;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Other rows of titles, sheets, tables and shapes, shown on the rows the reading kept. */
final class OtherReadings {
  /** Value of the alternative "no row names the columns". */
  static final String NO_HEADER = "0";

  /** The most rows of titles that go together. */
  static final int MOST_HEADERS = 3;

  private static final int HEADERS_OFFERED = 12;

  /** Rows offered below the first row of data: titles are rarely further down. */
  private static final int ROWS_BELOW = 2;

  private static final int TOGETHER_OFFERED = 6;
  private static final int CELLS_SHOWN = 6;
  private static final int ROWS_SHOWN = 4;
  private static final int LABELS_SHOWN = 3;

  private final Page page;
  private final Reading reading;
  private final ReadOptions options;

  OtherReadings(Page page, Reading reading, ReadOptions options) {
    this.page = page;
    this.reading = reading;
    this.options = options;
  }

  /** Each of the first rows, then runs of them together, then none. */
  List<Alternative> headers() {
    long last = Math.max(reading.firstDataRow(), lastHeader()) + ROWS_BELOW;
    List<SourceRow> rows =
        reading.head().stream()
            .filter(row -> !isBlank(row) && row.row() <= last)
            .limit(HEADERS_OFFERED)
            .toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Alternative> headers = new ArrayList<>();
    for (SourceRow row : rows) {
      headers.add(
          new Alternative(
              String.valueOf(row.row()),
              page.t("deposit.reading.row", row.row()),
              "",
              List.of(first(row.cells())),
              reading.headerRows().equals(List.of(row.row()))));
    }
    headers.addAll(together(rows));
    headers.add(
        new Alternative(
            NO_HEADER,
            page.t("deposit.reading.no-header"),
            page.t("deposit.reading.no-header.then"),
            List.of(),
            reading.headerRows().isEmpty()));
    return headers;
  }

  /** Two or three rows that follow each other, around the row read as titles. */
  private List<Alternative> together(List<SourceRow> rows) {
    List<Alternative> together = new ArrayList<>();
    long around = reading.headerRows().isEmpty() ? rows.get(0).row() : reading.headerRows().get(0);
    long last = Math.max(reading.firstDataRow(), lastHeader() + 1);
    for (int from = 0; from < rows.size(); from++) {
      for (int size = 2; size <= MOST_HEADERS && from + size <= rows.size(); size++) {
        List<SourceRow> run = rows.subList(from, from + size);
        List<Long> numbers = run.stream().map(SourceRow::row).toList();
        boolean follow = numbers.get(size - 1) - numbers.get(0) == size - 1;
        boolean current = numbers.equals(reading.headerRows());
        boolean near = Math.abs(numbers.get(0) - around) <= 1 && numbers.get(size - 1) <= last;
        if (follow && (current || (near && together.size() < TOGETHER_OFFERED))) {
          together.add(
              new Alternative(
                  numbers.stream().map(String::valueOf).collect(Collectors.joining(",")),
                  page.t("deposit.reading.rows-together", numbers.get(0), numbers.get(size - 1)),
                  "",
                  List.of(joined(run)),
                  current));
        }
      }
    }
    return together;
  }

  private long lastHeader() {
    return reading.headerRows().isEmpty()
        ? 0
        : reading.headerRows().get(reading.headerRows().size() - 1);
  }

  /** The titles of several rows, one under the other, as one; equal ones once. */
  private static List<String> joined(List<SourceRow> rows) {
    List<String> titles = new ArrayList<>();
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int column = 0; column < Math.min(CELLS_SHOWN, width); column++) {
      Set<String> parts = new LinkedHashSet<>();
      for (SourceRow row : rows) {
        String cell = column < row.cells().size() ? row.cells().get(column).strip() : "";
        if (!cell.isEmpty()) {
          parts.add(cell);
        }
      }
      titles.add(String.join(" ", parts));
    }
    return first(titles);
  }

  /** Every sheet or layer that can be read; none when there is only one. */
  List<Alternative> sheets() {
    return reading.sheets().size() < 2
        ? List.of()
        : reading.sheets().stream().map(this::sheet).toList();
  }

  private Alternative sheet(SheetSummary sheet) {
    List<String> what = new ArrayList<>();
    boolean current = sheet.name().equals(reading.sheet());
    if (current && options.sheet() == null) {
      what.add(page.t("deposit.sheet.proposed"));
    }
    if (sheet.hidden()) {
      what.add(page.t("deposit.sheet.hidden"));
    }
    if (!sheet.role().equals("table")) {
      what.add(page.t("deposit.sheet." + sheet.role()));
    }
    if (sheet.rows() > 0) {
      what.add(size(sheet.rows(), sheet.columns()));
    }
    return new Alternative(
        sheet.name(), sheet.name(), String.join(" · ", what), lines(sheet.head()), current);
  }

  /** The tables of the sheet, when there are several. */
  List<Alternative> tables() {
    List<Alternative> tables = new ArrayList<>();
    for (TableSummary table : reading.tables()) {
      int number = tables.size() + 1;
      tables.add(
          new Alternative(
              String.valueOf(number),
              page.t("deposit.reading.rows-from-to", table.firstRow(), table.lastRow()),
              size(table.rows(), table.columns()),
              lines(table.head()),
              number == reading.table()));
    }
    return tables.size() < 2 ? List.of() : tables;
  }

  private String size(long rows, int columns) {
    return page.n("deposit.reading.size.rows", rows)
        + " × "
        + page.n("deposit.reading.size.columns", columns);
  }

  /** With and without what somebody hid in the sheet. */
  List<Alternative> hidden() {
    boolean read = Boolean.TRUE.equals(options.hidden());
    return List.of(
        new Alternative("false", page.t("deposit.reading.hidden.out"), "", List.of(), !read),
        new Alternative(
            "true",
            page.t("deposit.reading.hidden.in"),
            page.t("deposit.reading.hidden.in.then"),
            List.of(),
            read));
  }

  /** The table as it stands, on its side, unfolded: what applies, shown on its first rows. */
  List<Alternative> shapes() {
    boolean turns = isNoted("transposed") || reading.shape() == Shape.TRANSPOSED;
    boolean unfolds = isNoted("crosstab") || reading.shape() == Shape.UNPIVOTED;
    if (!turns && !unfolds) {
      return List.of();
    }
    List<SourceRow> rows =
        reading.head().stream()
            .filter(row -> row.role() == RowRole.HEADER || row.role() == RowRole.DATA)
            .filter(row -> !isBlank(row))
            .toList();
    List<Alternative> shapes = new ArrayList<>();
    shapes.add(shape(Shape.ROWS, lines(rows)));
    if (turns) {
      shapes.add(shape(Shape.TRANSPOSED, turned(rows)));
    }
    if (unfolds) {
      shapes.add(shape(Shape.UNPIVOTED, unfolded(rows)));
    }
    return shapes;
  }

  private Alternative shape(Shape shape, List<List<String>> lines) {
    return new Alternative(
        shape.name(),
        page.t("deposit.reading.shape." + shape.name()),
        "",
        lines,
        shape == reading.shape());
  }

  private boolean isNoted(String code) {
    return reading.notes().stream().anyMatch(note -> note.code().equals(code));
  }

  /** Columns as rows. */
  private static List<List<String>> turned(List<SourceRow> rows) {
    List<List<String>> turned = new ArrayList<>();
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int column = 0; column < Math.min(ROWS_SHOWN, width); column++) {
      List<String> line = new ArrayList<>();
      for (SourceRow row : rows.subList(0, Math.min(CELLS_SHOWN, rows.size()))) {
        line.add(cell(row, column));
      }
      turned.add(line);
    }
    return turned;
  }

  /** The first values, each with the titles of its row and of its column. */
  private List<List<String>> unfolded(List<SourceRow> rows) {
    List<SourceRow> titles = rows.stream().filter(row -> row.role() == RowRole.HEADER).toList();
    List<SourceRow> data = rows.stream().filter(row -> row.role() == RowRole.DATA).toList();
    if (titles.isEmpty() || data.isEmpty()) {
      return List.of();
    }
    SourceRow title = titles.get(titles.size() - 1);
    int from = firstOfSeries(title);
    List<List<String>> unfolded = new ArrayList<>();
    unfolded.add(unfoldedLine(title, from, seriesName(), valueName()));
    SourceRow row = data.get(0);
    for (int column = from; column < Math.min(from + 3, row.cells().size()); column++) {
      unfolded.add(unfoldedLine(row, from, cell(title, column), cell(row, column)));
    }
    return unfolded;
  }

  private static List<String> unfoldedLine(SourceRow row, int from, String name, String value) {
    List<String> line = new ArrayList<>();
    for (int column = 0; column < Math.min(from, LABELS_SHOWN); column++) {
      line.add(cell(row, column));
    }
    line.add(name);
    line.add(value);
    return line;
  }

  private int firstOfSeries(SourceRow title) {
    String first = ofCrosstab("first", "");
    for (int column = 1; column < title.cells().size() && !first.isEmpty(); column++) {
      if (title.cells().get(column).contains(first)) {
        return column;
      }
    }
    return 1;
  }

  private String seriesName() {
    int columns = reading.columns().size();
    return ofCrosstab("name", columns < 2 ? "" : reading.columns().get(columns - 2));
  }

  private String valueName() {
    int columns = reading.columns().size();
    return ofCrosstab("value", columns < 1 ? "" : reading.columns().get(columns - 1));
  }

  private String ofCrosstab(String parameter, String otherwise) {
    return reading.notes().stream()
        .filter(note -> note.code().equals("crosstab"))
        .map(note -> note.parameters().getOrDefault(parameter, otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  private static String cell(SourceRow row, int column) {
    return column < row.cells().size() ? row.cells().get(column) : "";
  }

  private static List<List<String>> lines(List<SourceRow> rows) {
    return rows.stream()
        .filter(row -> !isBlank(row))
        .limit(ROWS_SHOWN)
        .map(row -> first(row.cells()))
        .toList();
  }

  private static boolean isBlank(SourceRow row) {
    return row.cells().stream().allMatch(String::isBlank);
  }

  /** The first cells, without the blank ones that end a row. */
  static List<String> first(List<String> cells) {
    int end = Math.min(CELLS_SHOWN, cells.size());
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }
}
