package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.Told;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Shape;
import fr.jalon.portal.deposit.ReadingView.Change;
import fr.jalon.portal.deposit.ReadingView.Choice;
import fr.jalon.portal.deposit.ReadingView.Line;
import fr.jalon.portal.deposit.ReadingView.Pair;
import fr.jalon.portal.deposit.ReadingView.SchemaView;
import fr.jalon.portal.web.DataTable;
import fr.jalon.portal.web.DataTable.DataCell;
import fr.jalon.portal.web.DataTable.DataColumn;
import fr.jalon.portal.web.DataTable.DataRow;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the page "Voici ce que j'ai lu" of an inspection. */
final class ReadingViews {
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
   * @param corrected what a person corrected in the reading
   * @param raw the first lines of a text file as bytes, empty for other formats
   */
  ReadingView of(
      Inspection inspection,
      ReadOptions corrected,
      @Nullable String chosenSchema,
      List<byte[]> raw) {
    Reading reading = Objects.requireNonNull(inspection.reading(), "reading");
    List<Told> told = sentences.tell(inspection);
    boolean named = told.stream().noneMatch(one -> one.topic() == Told.Topic.HEADER);
    boolean asIs = reading.shape() == Shape.ROWS;
    return new ReadingView(
        lines(told, new Questions(page, reading, corrected, raw)),
        told.stream()
            .filter(one -> one.topic() == Told.Topic.UNPUBLISHED)
            .map(Told::sentence)
            .toList(),
        new FileTables(page).of(inspection, reading, named),
        table(inspection, List.of()).cornered(asIs ? rows(reading.headerRows()) : ""),
        asIs,
        schema(inspection, chosenSchema),
        changes(reading, corrected, chosenSchema));
  }

  /** Each sentence; the first one about a thing has the question about it. */
  private static List<Line> lines(List<Told> told, Questions questions) {
    List<Line> lines = new ArrayList<>();
    Set<Told.Topic> asked = EnumSet.noneOf(Told.Topic.class);
    for (Told one : told) {
      if (one.topic() != Told.Topic.UNPUBLISHED) {
        boolean first = asked.add(one.topic());
        lines.add(
            new Line(
                one.sentence(), mark(one.topic()), first ? questions.find(one.topic()) : null));
      }
    }
    return lines;
  }

  private static String mark(Told.Topic topic) {
    return switch (topic) {
      case TOTAL_RIGHT -> "done";
      case TOTAL_WRONG -> "warning";
      case ORIGIN, SHEET, TABLE, SHAPE, HEADER, SIZE, LEFT_OUT, HIDDEN, UNPUBLISHED, NOTE -> "";
    };
  }

  /** "4", or "4–5": the rows that name the columns, said at the corner of the table. */
  private static String rows(List<Long> rows) {
    return rows.isEmpty()
        ? ""
        : rows.size() == 1
            ? String.valueOf(rows.get(0))
            : rows.get(0) + "\u2013" + rows.get(rows.size() - 1);
  }

  private List<Change> changes(
      Reading reading, ReadOptions corrected, @Nullable String chosenSchema) {
    List<Change> changes = new ArrayList<>();
    if (corrected.encoding() != null) {
      changes.add(new Change("encoding", page.t("deposit.reading.changed.encoding")));
    }
    if (corrected.delimiter() != null) {
      changes.add(new Change("delimiter", page.t("deposit.reading.changed.delimiter")));
    }
    if (corrected.sheet() != null) {
      changes.add(new Change("sheet", page.t("deposit.reading.changed.sheet", corrected.sheet())));
    }
    if (corrected.table() != null) {
      changes.add(new Change("table", page.t("deposit.reading.changed.table", corrected.table())));
    }
    if (corrected.shape() != null) {
      changes.add(
          new Change("shape", page.t("deposit.reading.changed.shape." + corrected.shape().name())));
    }
    if (Boolean.TRUE.equals(corrected.hidden())) {
      changes.add(new Change("hidden", page.t("deposit.reading.changed.hidden")));
    }
    if (corrected.headerRows() != null) {
      changes.add(
          new Change(
              "header",
              corrected.headerRows().isEmpty()
                  ? page.t("deposit.reading.changed.no-header")
                  : page.n(
                      "deposit.reading.changed.header",
                      corrected.headerRows().size(),
                      rows(corrected.headerRows()))));
    }
    if (chosenSchema != null) {
      changes.add(new Change("schema", page.t("deposit.reading.changed.schema")));
    }
    return changes;
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
                        column.type().isNumber()))
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

  private DataRow row(
      Inspection.PreviewRow row, List<ColumnProfile> profiles, Map<String, CellFault> faults) {
    List<DataCell> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String letters = i < profiles.size() ? profiles.get(i).letters() : "";
      CellFault fault = faults.get(letters + row.sourceRow());
      String text = Shapes.inWords(page, row.cells().get(i));
      cells.add(
          fault == null ? DataCell.of(text) : new DataCell(text, fault.reason(), fault.mild()));
    }
    return new DataRow(String.valueOf(row.sourceRow()), null, cells);
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
