package fr.jalon.corpus;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.Progress;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What we promise for one file, as JSON: how it is read, in which words, what is found, what is
 * proposed, and the first rows once everything certain is put right.
 */
final class Promise {
  private static final int REPAIRED_LINES = 4;
  private static final int SAMPLES = 3;
  private static final int LONGEST = 400;

  /** A time that does not pass: what is in the future stays there. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T11:00:00Z"), ZoneId.of("Europe/Paris"));

  private Promise() {}

  static String of(Path file, Path work) throws IOException {
    Source source = new Source(file, file.getFileName().toString(), Files.size(file), work);
    Inspection inspection = Engine.inspect(source, InspectOptions.NONE, CLOCK, Progress.NONE);
    Sentences french = Sentences.in(Locale.FRENCH);
    Map<String, Object> promise = new LinkedHashMap<>();
    if (inspection.refusal() != null) {
      promise.put("refusal", inspection.refusal().code());
      promise.put("words", List.of(french.of(inspection.refusal())));
      return Json.writeIndented(promise) + "\n";
    }
    Reading reading = inspection.reading();
    if (reading == null || inspection.profile() == null || inspection.schema() == null) {
      throw new AssertionError("A file that is not refused has a reading, a profile and a choice.");
    }
    promise.put("reading", reading(reading));
    if (isAboutReadingAlone(file)) {
      promise.put("findings", inspection.findings().stream().map(Cause::code).toList());
      promise.put("repaired", repaired(source, inspection));
      return Json.writeIndented(promise) + "\n";
    }
    promise.put("words", french.reading(inspection));
    promise.put(
        "kinds",
        inspection.profile().columns().stream().map(c -> c.name() + ": " + c.kind()).toList());
    if (inspection.schema().chosen() != null) {
      promise.put("schema", inspection.schema().chosen().schema());
    }
    promise.put("findings", inspection.findings().stream().map(Promise::finding).toList());
    promise.put("repairs", inspection.proposals().stream().map(Promise::step).toList());
    promise.put("repaired", repaired(source, inspection));
    return Json.writeIndented(promise) + "\n";
  }

  /** What matters of a hostile or an odd file is that it is read at all, and what comes out. */
  private static boolean isAboutReadingAlone(Path file) {
    String folder = String.valueOf(file.getName(file.getNameCount() - 2));
    return folder.equals("hostile") || folder.equals("honest");
  }

  private static Map<String, Object> reading(Reading reading) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("format", reading.format());
    put(told, "encoding", reading.encoding());
    put(told, "delimiter", reading.delimiter());
    put(told, "quote", reading.quote());
    put(told, "recordEnd", reading.recordEnd());
    put(told, "sheet", reading.sheet());
    put(told, "crs", reading.crs());
    told.put("headerRows", reading.headerRows());
    told.put("firstDataRow", reading.firstDataRow());
    told.put("rows", reading.rows());
    told.put("columns", reading.columns());
    told.put("skipped", reading.skipped().stream().map(s -> s.row() + " " + s.reason()).toList());
    told.put("notes", reading.notes().stream().map(note -> note.code()).toList());
    return told;
  }

  private static void put(
      Map<String, Object> map, String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static String finding(Cause finding) {
    List<String> cells =
        finding.samples().stream()
            .limit(SAMPLES)
            .map(sample -> sample.address() + " «" + sample.value() + "»")
            .toList();
    return finding.severity()
        + " "
        + finding.code()
        + (finding.column() == null ? "" : " in " + finding.column())
        + " ×"
        + finding.count()
        + " "
        + cells;
  }

  private static String step(Proposal step) {
    List<String> changes =
        step.samples().stream()
            .limit(SAMPLES)
            .map(
                change ->
                    change.address()
                        + " «"
                        + change.before()
                        + "» → "
                        + (change.after() == null ? "aside" : "«" + change.after() + "»"))
            .toList();
    return (step.certain() ? "certain " : "question ")
        + step.id()
        + " ×"
        + step.count()
        + " "
        + changes;
  }

  private static String cut(String line) {
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST) + "… (" + line.length() + ")";
  }

  private static List<String> repaired(Source source, Inspection inspection) throws IOException {
    List<Proposal> certain = inspection.proposals().stream().filter(Proposal::certain).toList();
    Engine.repair(source, InspectOptions.NONE, certain, CLOCK, Progress.NONE);
    try (Stream<String> lines = Files.lines(source.work().resolve("data.csv"))) {
      return lines.limit(REPAIRED_LINES).map(Promise::cut).toList();
    }
  }
}
