package fr.jalon.bench;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How well what files tell of people is seen. */
final class PersonalScores {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneId.of("Europe/Paris"));

  /** Counts of one category, or of one category under one sort of header. */
  static final class Count {
    int right;
    int missed;
    int wrong;

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }
  }

  private final Map<String, Count> columns = new TreeMap<>();
  private final Map<String, Count> byHeaders = new TreeMap<>();
  private final Count textCells = new Count();
  private final Count phoneCells = new Count();
  private final List<String> faults = new ArrayList<>();
  private int lookAlikes;
  private int alarms;

  static PersonalScores of(List<PersonalFile> files) throws IOException {
    PersonalScores scores = new PersonalScores();
    Path folder = Files.createTempDirectory("jalon-personal");
    for (PersonalFile file : files) {
      scores.add(file, folder);
    }
    Files.deleteIfExists(folder);
    return scores;
  }

  private void add(PersonalFile file, Path folder) throws IOException {
    Path path = folder.resolve(file.name());
    Files.write(path, file.bytes());
    Inspection seen = inspect(path, folder);
    Files.delete(path);
    for (int i = 0; i < file.columns().size(); i++) {
      PersonalFile.Truth truth = file.columns().get(i);
      Cause told = told(seen, i);
      boolean texts = told != null && told.code().equals("personal-in-text");
      String category = told == null ? null : texts ? "text" : told.parameters().get("variant");
      if (file.lookAlike()) {
        lookAlikes++;
        alarms += told == null ? 0 : 1;
      }
      column(file, truth, category);
      if (truth.cells() != null && told != null && category != null) {
        cells(truth, told, category);
      }
    }
  }

  private void column(PersonalFile file, PersonalFile.Truth truth, @Nullable String seen) {
    String meant = truth.category();
    if (meant != null) {
      boolean right = meant.equals(seen);
      for (Count count :
          List.of(count(columns, meant), count(byHeaders, meant + " " + file.headers()))) {
        count.right += right ? 1 : 0;
        count.missed += right ? 0 : 1;
      }
    }
    if (seen != null && !seen.equals(meant)) {
      count(columns, seen).wrong++;
    }
    if (meant == null ? seen != null : !meant.equals(seen)) {
      faults.add(
          file.name()
              + " "
              + file.headers()
              + " \""
              + truth.header()
              + "\" "
              + meant
              + " seen as "
              + seen);
    }
  }

  /** Only how many cells is told: what is over is wrong, what is under is missed. */
  private void cells(PersonalFile.Truth truth, Cause told, String category) {
    BitSet cells = java.util.Objects.requireNonNull(truth.cells());
    Count count =
        category.equals("text")
            ? textCells
            : category.equals("mobile") || category.equals("land-line") ? phoneCells : null;
    if (count != null && category.equals(truth.category())) {
      int meant = cells.cardinality();
      int seen = (int) told.count();
      count.right += Math.min(meant, seen);
      count.missed += Math.max(0, meant - seen);
      count.wrong += Math.max(0, seen - meant);
    }
  }

  private static Count count(Map<String, Count> counts, String key) {
    return counts.computeIfAbsent(key, any -> new Count());
  }

  private static @Nullable Cause told(Inspection seen, int column) {
    if (seen.profile() == null || column >= seen.profile().columns().size()) {
      return null;
    }
    String letters = seen.profile().columns().get(column).letters();
    for (Cause cause : seen.findings()) {
      boolean personal =
          cause.code().equals("personal-data") || cause.code().equals("personal-in-text");
      if (personal && letters.equals(cause.letters())) {
        return cause;
      }
    }
    return null;
  }

  private static Inspection inspect(Path path, Path folder) throws IOException {
    return Engine.inspect(
        new Source(path, path.getFileName().toString(), Files.size(path), folder),
        InspectOptions.NONE,
        CLOCK,
        Progress.NONE);
  }

  Map<String, Count> columns() {
    return columns;
  }

  Map<String, Count> byHeaders() {
    return byHeaders;
  }

  Count textCells() {
    return textCells;
  }

  Count phoneCells() {
    return phoneCells;
  }

  double alarms() {
    return lookAlikes == 0 ? 0 : (double) alarms / lookAlikes;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%-16s %8s %8s %8s %8s %8s %8s%n",
            "",
            "columns",
            "recall",
            "kept",
            "terse",
            "absent",
            "precise"));
    columns.forEach(
        (category, count) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-16s %8d %8.3f %8.3f %8.3f %8.3f %8.3f%n",
                    category,
                    count.right + count.missed,
                    count.recall(),
                    recall(category, "KEPT"),
                    recall(category, "TERSE"),
                    recall(category, "ABSENT"),
                    count.precision())));
    cells(table, "cells of texts", textCells);
    cells(table, "cells of phones", phoneCells);
    table.append(
        String.format(
            Locale.ROOT,
            "look-alikes: %d alarms of %d columns (%.4f)%n",
            alarms,
            lookAlikes,
            alarms()));
    return table.toString();
  }

  private double recall(String category, String headers) {
    return byHeaders.getOrDefault(category + " " + headers, new Count()).recall();
  }

  private static void cells(StringBuilder table, String name, Count count) {
    table.append(
        String.format(
            Locale.ROOT,
            "%-16s %8d %8.3f %35.3f%n",
            name,
            count.right + count.missed,
            count.recall(),
            count.precision()));
  }
}
