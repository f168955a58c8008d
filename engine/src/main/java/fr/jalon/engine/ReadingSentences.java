package fr.jalon.engine;

import fr.jalon.engine.Told.Topic;
import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.rule.CheckedTotal;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.SkippedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells a reading as a colleague would: what the file is, where its titles are, what was left. */
final class ReadingSentences {
  private static final int ROWS_TOLD = 4;
  private static final int TOTALS_TOLD = 6;

  private static final Map<String, Topic> TOPICS =
      Map.ofEntries(
          Map.entry("several-tables", Topic.TABLE),
          Map.entry("transposed", Topic.SHAPE),
          Map.entry("crosstab", Topic.SHAPE),
          Map.entry("single-column", Topic.SIZE),
          Map.entry("fixed-width", Topic.SIZE),
          Map.entry("other-delimiter-rows", Topic.SIZE),
          Map.entry("realigned-rows", Topic.SIZE),
          Map.entry("shifted-text", Topic.ORIGIN),
          Map.entry("mixed-encodings", Topic.ORIGIN),
          Map.entry("undecodable-bytes", Topic.ORIGIN),
          Map.entry("double-encoding", Topic.ORIGIN),
          Map.entry("not-utf-8", Topic.ORIGIN),
          Map.entry("unpacked", Topic.ORIGIN),
          Map.entry("label-row", Topic.HEADER),
          Map.entry("rows-above-header", Topic.HEADER),
          Map.entry("hidden-sheets", Topic.UNPUBLISHED),
          Map.entry("hidden-rows", Topic.HIDDEN),
          Map.entry("hidden-columns", Topic.HIDDEN),
          Map.entry("hidden-rows-read", Topic.HIDDEN),
          Map.entry("hidden-columns-read", Topic.HIDDEN),
          Map.entry("pivot-caches", Topic.UNPUBLISHED),
          Map.entry("embedded-objects", Topic.UNPUBLISHED),
          Map.entry("revisions", Topic.UNPUBLISHED),
          Map.entry("connections", Topic.UNPUBLISHED),
          Map.entry("external-names", Topic.UNPUBLISHED),
          Map.entry("comments", Topic.UNPUBLISHED),
          Map.entry("external-links", Topic.UNPUBLISHED),
          Map.entry("author", Topic.UNPUBLISHED),
          Map.entry("macros", Topic.UNPUBLISHED));

  private final Sentences sentences;
  private final Inspection inspection;
  private final List<Told> told = new ArrayList<>();

  ReadingSentences(Sentences sentences, Inspection inspection) {
    this.sentences = sentences;
    this.inspection = inspection;
  }

  List<Told> tell() {
    if (inspection.refusal() != null) {
      return List.of(new Told(Topic.NOTE, sentences.of(inspection.refusal())));
    }
    Reading reading = inspection.reading();
    if (reading == null) {
      return List.of();
    }
    add(Topic.ORIGIN, origin(reading), Map.of());
    notes(reading, Topic.ORIGIN);
    sheets(reading);
    tables(reading);
    shape(reading);
    header(reading);
    notes(reading, Topic.HEADER);
    size(reading);
    notes(reading, Topic.SIZE);
    leftOut(reading);
    totals();
    notes(reading, Topic.HIDDEN);
    notes(reading, Topic.NOTE);
    notes(reading, Topic.UNPUBLISHED);
    return List.copyOf(told);
  }

  private void add(Topic topic, String key, Map<String, String> parameters) {
    told.add(new Told(topic, sentences.say(key, parameters)));
  }

  private void notes(Reading reading, Topic topic) {
    for (Note note : reading.notes()) {
      boolean sought = TOPICS.getOrDefault(note.code(), Topic.NOTE) == topic;
      if (sought && sentences.has("note." + note.code())) {
        told.add(new Told(topic, sentences.of(note)));
      }
    }
  }

  private static String origin(Reading reading) {
    if (Formats.family(reading.format()) != Family.TEXT) {
      return "reading.format." + reading.format();
    }
    String encoding = reading.encoding() == null ? "utf-8" : reading.encoding();
    String family =
        switch (encoding.toLowerCase(Locale.ROOT)) {
          case "utf-8", "us-ascii" -> reading.bom() ? "excel" : "modern";
          case "windows-1252", "iso-8859-1", "iso-8859-15" -> "windows";
          case "x-macroman", "macintosh", "mac-roman", "mac_roman" -> "mac";
          case "ibm850", "cp850", "ibm437" -> "dos";
          case "utf-16", "utf-16le", "utf-16be" -> "unicode";
          default -> "other";
        };
    return "reading.csv." + family;
  }

  private void sheets(Reading reading) {
    String sheet = reading.sheet();
    if (sheet == null || reading.sheets().size() < 2) {
      return;
    }
    add(
        Topic.SHEET,
        Formats.family(reading.format()) == Family.MAP ? "reading.layer" : "reading.sheet",
        Map.of("sheet", sheet, "count", Integer.toString(reading.sheets().size())));
    List<String> readMe =
        reading.sheets().stream()
            .filter(each -> each.role().equals("readme"))
            .map(each -> sentences.quoted(each.name()))
            .toList();
    if (!readMe.isEmpty()) {
      add(Topic.NOTE, "reading.readme", Map.of("sheets", sentences.list(readMe)));
    }
  }

  private void tables(Reading reading) {
    int before = told.size();
    notes(reading, Topic.TABLE);
    if (told.size() == before && reading.tables().size() > 1) {
      add(
          Topic.TABLE,
          "reading.table",
          Map.of(
              "count", Integer.toString(reading.tables().size()),
              "number", Integer.toString(reading.table())));
    }
  }

  private void shape(Reading reading) {
    switch (reading.shape()) {
      case TRANSPOSED -> add(Topic.SHAPE, "reading.shape.transposed", Map.of());
      case UNPIVOTED -> add(Topic.SHAPE, "reading.shape.unpivoted", Map.of());
      case ROWS -> notes(reading, Topic.SHAPE);
    }
  }

  private void header(Reading reading) {
    List<Long> rows = reading.headerRows();
    if (Formats.family(reading.format()).namesItsColumns() || reading.shape() == Shape.TRANSPOSED) {
      return;
    }
    if (rows.isEmpty()) {
      add(Topic.HEADER, "reading.header.none", Map.of());
    } else if (rows.size() == 1) {
      add(Topic.HEADER, "reading.header", Map.of("row", rows.get(0).toString()));
    } else {
      String all = sentences.list(rows.stream().map(String::valueOf).toList());
      add(Topic.HEADER, "reading.headers", Map.of("rows", all));
    }
  }

  private void size(Reading reading) {
    add(
        Topic.SIZE,
        "reading.size",
        Map.of("count", Long.toString(reading.rows()), "columns", "" + reading.columns().size()));
  }

  /** One sentence for all: ten of them in a row would not be read. */
  private void leftOut(Reading reading) {
    List<String> kinds = new ArrayList<>();
    for (RowRole role : RowRole.values()) {
      List<SkippedRow> rows =
          reading.skipped().stream()
              .filter(row -> row.reason() == role)
              .filter(row -> !reading.headerRows().contains(row.row()))
              .toList();
      // a note says it of hidden rows, however many
      if (!rows.isEmpty() && role != RowRole.HIDDEN) {
        String key = "reading.left-out." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, String> parameters =
            Map.of("count", Integer.toString(rows.size()), "rows", numbers(rows));
        kinds.add(sentences.say(key, parameters));
      }
    }
    if (!kinds.isEmpty()) {
      add(Topic.LEFT_OUT, "reading.left-out", Map.of("what", sentences.list(kinds)));
    }
  }

  private String numbers(List<SkippedRow> rows) {
    List<String> numbers =
        rows.stream().limit(ROWS_TOLD).map(row -> Long.toString(row.row())).toList();
    return rows.size() > ROWS_TOLD ? String.join(", ", numbers) + "…" : sentences.list(numbers);
  }

  /** A total is a checksum of its column: it proves that nothing was lost, or that something is. */
  private void totals() {
    List<CheckedTotal> totals =
        inspection.findings().stream().flatMap(finding -> finding.totals().stream()).toList();
    List<CheckedTotal> wrong = totals.stream().filter(total -> !total.right()).toList();
    List<CheckedTotal> right = totals.stream().filter(CheckedTotal::right).toList();
    wrong.stream().limit(TOTALS_TOLD).forEach(total -> add(Topic.TOTAL_WRONG, total));
    if (right.size() <= TOTALS_TOLD) {
      right.forEach(total -> add(Topic.TOTAL_RIGHT, total));
    } else {
      add(Topic.TOTAL_RIGHT, "reading.total.all-right", Map.of("count", "" + right.size()));
    }
  }

  private void add(Topic topic, CheckedTotal total) {
    Map<String, String> words = new HashMap<>();
    words.put("label", total.label());
    words.put("row", Long.toString(total.row()));
    words.put("address", total.address());
    words.put("column", total.column());
    words.put("total", sentences.amount(total.total(), total.unit(), total.scale()));
    words.put("sum", sentences.amount(total.sum(), total.unit(), total.scale()));
    words.put("gap", sentences.amount(total.gap().abs(), total.unit(), total.scale()));
    String scope = total.partial() ? "subtotal" : "total";
    String verdict = total.right() ? "right" : total.gap().signum() > 0 ? "missing" : "extra";
    add(topic, "reading." + scope + "." + verdict, words);
  }
}
