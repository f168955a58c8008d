package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Address;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.portal.deposit.ReadingView.Alternative;
import fr.jalon.portal.deposit.ReadingView.Choice;
import fr.jalon.portal.deposit.ReadingView.Pair;
import fr.jalon.portal.deposit.ReadingView.SchemaView;
import fr.jalon.portal.deposit.ReadingView.SheetChoice;
import fr.jalon.portal.web.DataTable;
import fr.jalon.portal.web.DataTable.DataCell;
import fr.jalon.portal.web.DataTable.DataColumn;
import fr.jalon.portal.web.DataTable.DataRow;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the page "Voici ce que j'ai lu" of an inspection. */
final class ReadingViews {
  /** Value of the alternative "no row names the columns". */
  static final String NO_HEADER = "0";

  private static final int HEADERS_OFFERED = 8;
  private static final int CELLS_SHOWN = 6;
  private static final int EXAMPLES = 3;

  /** Cells of a page, beyond which neither we nor browsers are at ease. */
  private static final int MOST_CELLS = 50_000;

  private static final int FEWEST_ROWS = 5;

  /** One column in common with a schema says nothing. */
  private static final int FEWEST_MATCHED = 2;

  private final Page page;
  private final Sentences sentences;

  ReadingViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  /**
   * @param raw the first lines of a text file as bytes, empty for other formats
   */
  ReadingView of(Inspection inspection, @Nullable String chosenSchema, List<byte[]> raw) {
    Reading reading = Objects.requireNonNull(inspection.reading(), "reading");
    return new ReadingView(
        sentences.reading(inspection),
        fileTable(reading),
        table(inspection, List.of()),
        reading.rows(),
        schema(inspection, chosenSchema),
        headers(reading),
        sheets(reading),
        TextAlternatives.accents(page, reading, raw),
        TextAlternatives.cuts(page, reading, raw));
  }

  private DataTable fileTable(Reading reading) {
    int width = reading.head().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<DataColumn> columns =
        IntStream.range(0, width)
            .mapToObj(i -> DataColumn.plain(Address.letters(i), "", "", false))
            .toList();
    List<DataRow> rows = reading.head().stream().map(row -> fileRow(row, width)).toList();
    return new DataTable("fichier", page.t("deposit.reading.file"), false, columns, rows);
  }

  private DataRow fileRow(SourceRow row, int width) {
    List<DataCell> cells = new ArrayList<>(row.cells().stream().map(DataCell::of).toList());
    while (cells.size() < width) {
      cells.add(DataCell.of(""));
    }
    String role = row.role() == RowRole.DATA ? null : page.t("deposit.role." + row.role().name());
    return new DataRow(String.valueOf(row.row()), role, cells);
  }

  /**
   * The table understood.
   *
   * @param faults of its cells; the first of a cell is shown
   */
  DataTable table(Inspection inspection, List<CellFault> faults) {
    List<ColumnProfile> profiles =
        inspection.profile() == null ? List.of() : inspection.profile().columns();
    List<DataColumn> columns =
        profiles.stream()
            .map(
                column ->
                    DataColumn.plain(
                        column.letters(),
                        column.name(),
                        sentences.kind(column.kind()),
                        isNumeric(column)))
            .toList();
    Map<String, CellFault> byAddress = new HashMap<>();
    faults.forEach(fault -> byAddress.putIfAbsent(fault.address(), fault));
    List<DataRow> rows =
        inspection.preview().stream()
            .limit(Math.max(FEWEST_ROWS, MOST_CELLS / Math.max(1, profiles.size())))
            .map(row -> row(row, profiles, byAddress))
            .toList();
    String caption =
        page.n(
            "deposit.table.caption",
            inspection.profile() == null ? 0 : inspection.profile().rows(),
            (long) rows.size());
    return new DataTable("tableau", caption, false, columns, rows);
  }

  private static boolean isNumeric(ColumnProfile column) {
    return switch (column.type()) {
      case INTEGER, DECIMAL -> true;
      case TEXT, BOOLEAN, DATE, DATETIME -> false;
    };
  }

  private static DataRow row(
      Inspection.PreviewRow row, List<ColumnProfile> profiles, Map<String, CellFault> faults) {
    List<DataCell> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String letters = i < profiles.size() ? profiles.get(i).letters() : "";
      CellFault fault = faults.get(letters + row.sourceRow());
      cells.add(
          fault == null
              ? DataCell.of(row.cells().get(i))
              : new DataCell(row.cells().get(i), fault.reason(), fault.mild()));
    }
    return new DataRow(String.valueOf(row.sourceRow()), null, cells);
  }

  private List<Alternative> headers(Reading reading) {
    if (reading.head().isEmpty()) {
      return List.of();
    }
    List<Alternative> headers = new ArrayList<>();
    for (SourceRow row : reading.head()) {
      if (headers.size() < HEADERS_OFFERED && row.role() != RowRole.BLANK) {
        headers.add(
            new Alternative(
                String.valueOf(row.row()),
                page.t("deposit.reading.row", row.row()),
                List.of(first(row.cells())),
                reading.headerRows().equals(List.of(row.row()))));
      }
    }
    headers.add(
        new Alternative(
            NO_HEADER,
            page.t("deposit.reading.no-header"),
            List.of(),
            reading.headerRows().isEmpty()));
    return headers;
  }

  private List<SheetChoice> sheets(Reading reading) {
    if (reading.sheets().size() < 2) {
      return List.of();
    }
    return reading.sheets().stream().map(sheet -> sheet(sheet, reading.sheet())).toList();
  }

  private SheetChoice sheet(SheetSummary sheet, @Nullable String current) {
    String role = page.t("deposit.sheet." + sheet.role());
    String size = page.n("deposit.facts.rows-by-columns", sheet.rows(), (long) sheet.columns());
    String what = sheet.role().equals("table") ? size : role;
    return new SheetChoice(
        sheet.name(),
        sheet.hidden() ? page.t("deposit.sheet.hidden") + " · " + what : what,
        sheet.head().stream().map(row -> first(row.cells())).toList(),
        sheet.name().equals(current),
        sheet.rows() > 0);
  }

  /** The first cells, without the blank ones that end a row. */
  static List<String> first(List<String> cells) {
    int end = Math.min(CELLS_SHOWN, cells.size());
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  private SchemaView schema(Inspection inspection, @Nullable String chosenByHand) {
    SchemaChoice choice = inspection.schema();
    SchemaMatch match = choice == null ? null : choice.chosen();
    List<Choice> others = new ArrayList<>();
    if (choice != null) {
      for (SchemaMatch other : choice.runnersUp()) {
        if (other.matched() < FEWEST_MATCHED) {
          continue;
        }
        others.add(
            new Choice(
                other.schema(),
                page.t("deposit.schema.other", other.title(), other.matched(), other.fields())));
      }
    }
    if (match != null) {
      others.add(new Choice("none", page.t("deposit.schema.choose-none")));
    }
    if (chosenByHand != null) {
      others.add(new Choice("", page.t("deposit.schema.choose-auto")));
    }
    if (match == null) {
      return new SchemaView(
          null, page.t("deposit.schema.none"), List.of(), List.of(), List.of(), others);
    }
    return new SchemaView(
        match.title(),
        page.t("deposit.schema.like", match.title(), match.matched(), match.fields()),
        match.mapping().stream()
            .filter(field -> field.required() && field.column() == null)
            .map(SchemaMatch.FieldMatch::title)
            .toList(),
        unmatched(inspection, match),
        pairs(inspection, match),
        others);
  }

  private static List<String> unmatched(Inspection inspection, SchemaMatch match) {
    Set<@Nullable String> matched = new HashSet<>();
    match.mapping().forEach(field -> matched.add(field.column()));
    return inspection.reading() == null
        ? List.of()
        : inspection.reading().columns().stream().filter(name -> !matched.contains(name)).toList();
  }

  private static List<Pair> pairs(Inspection inspection, SchemaMatch match) {
    List<Pair> pairs = new ArrayList<>();
    for (SchemaMatch.FieldMatch field : match.mapping()) {
      String column = field.column();
      if (column != null) {
        pairs.add(new Pair(field.title(), column, examples(inspection, column)));
      }
    }
    return pairs;
  }

  private static List<String> examples(Inspection inspection, String column) {
    return inspection.profile() == null
        ? List.of()
        : inspection.profile().columns().stream()
            .filter(profile -> profile.name().equals(column))
            .flatMap(profile -> profile.examples().stream())
            .limit(EXAMPLES)
            .toList();
  }
}
