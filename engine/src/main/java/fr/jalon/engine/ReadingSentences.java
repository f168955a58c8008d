package fr.jalon.engine;

import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SkippedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a reading as a colleague would: what the file is, where its titles are, what was left. */
final class ReadingSentences {
  /** Formats whose records name their values, so that no row of titles is looked for. */
  private static final Set<String> NAMED_BY_RECORDS =
      Set.of(
          "geojson",
          "topojson",
          "json",
          "kml",
          "gpx",
          "shapefile",
          "dbf",
          "gpkg",
          "flatgeobuf",
          "parquet");

  private final Sentences sentences;
  private final Inspection inspection;
  private final List<String> told = new ArrayList<>();

  ReadingSentences(Sentences sentences, Inspection inspection) {
    this.sentences = sentences;
    this.inspection = inspection;
  }

  List<String> tell() {
    if (inspection.refusal() != null) {
      return List.of(sentences.of(inspection.refusal()));
    }
    Reading reading = inspection.reading();
    if (reading == null) {
      return List.of();
    }
    add(origin(reading), Map.of());
    sheets(reading);
    header(reading);
    add(
        "reading.size",
        Map.of("count", Long.toString(reading.rows()), "columns", "" + reading.columns().size()));
    skipped(reading);
    for (Note note : reading.notes()) {
      if (sentences.has("note." + note.code())) {
        told.add(sentences.of(note));
      }
    }
    return List.copyOf(told);
  }

  private void add(String key, Map<String, String> parameters) {
    told.add(sentences.say(key, parameters));
  }

  private static String origin(Reading reading) {
    if (!reading.format().equals("csv")) {
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
        "reading.sheet",
        Map.of("sheet", sheet, "count", Integer.toString(reading.sheets().size())));
    List<String> readMe =
        reading.sheets().stream()
            .filter(each -> each.role().equals("readme"))
            .map(SheetSummary::name)
            .toList();
    if (!readMe.isEmpty()) {
      add("reading.readme", Map.of("sheets", sentences.list(readMe)));
    }
  }

  private void header(Reading reading) {
    List<Long> rows = reading.headerRows();
    if (NAMED_BY_RECORDS.contains(reading.format())) {
      return;
    }
    if (rows.isEmpty()) {
      add("reading.header.none", Map.of());
    } else if (rows.size() == 1) {
      add("reading.header", Map.of("row", rows.get(0).toString()));
    } else {
      String all = sentences.list(rows.stream().map(String::valueOf).toList());
      add("reading.headers", Map.of("rows", all));
    }
  }

  private void skipped(Reading reading) {
    for (RowRole role : RowRole.values()) {
      List<SkippedRow> rows =
          reading.skipped().stream().filter(row -> row.reason() == role).toList();
      if (!rows.isEmpty()) {
        String key = "reading.skipped." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(key, Map.of("count", Integer.toString(rows.size()), "rows", numbers(rows)));
      }
    }
  }

  private String numbers(List<SkippedRow> rows) {
    int shown = Math.min(rows.size(), 4);
    List<String> numbers = new ArrayList<>();
    for (SkippedRow row : rows.subList(0, shown)) {
      numbers.add(Long.toString(row.row()));
    }
    @Nullable String more = rows.size() > shown ? ", …" : null;
    return more == null ? sentences.list(numbers) : String.join(", ", numbers) + more;
  }
}
