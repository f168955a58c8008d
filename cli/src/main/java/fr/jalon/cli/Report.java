package fr.jalon.cli;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.check.Finding;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.repair.RepairStep;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the commands say to a person, in French or in English by the machine's language. */
final class Report {
  private static final int MAX_ADDRESSES = 6;
  private static final int MAX_CHANGES = 2;

  private final Sentences sentences;
  private final PrintStream out;

  Report(PrintStream out) {
    this.sentences = Sentences.in(Locale.getDefault());
    this.out = out;
  }

  static String notFound(Path file) {
    return Sentences.in(Locale.getDefault())
        .say("cli.not-found", Map.of("file", printable(file.toString())));
  }

  /** A text that cannot move the cursor of the terminal it is shown on, nor make another line. */
  static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}|\\p{Cf}|[\u0080-\u009f\u2028\u2029]", "?");
  }

  void inspection(Inspection inspection) {
    line(inspection.name());
    if (inspection.refusal() != null) {
      line("  " + sentences.of(inspection.refusal()));
      return;
    }
    sentences.reading(inspection).forEach(sentence -> line("  " + sentence));
    if (inspection.profile() != null) {
      title("cli.columns");
      int width =
          inspection.profile().columns().stream().mapToInt(c -> c.name().length()).max().orElse(0);
      inspection.profile().columns().forEach(column -> column(column, Math.min(width, 40)));
    }
    if (!inspection.findings().isEmpty()) {
      title("cli.findings");
      inspection.findings().forEach(this::finding);
    }
    if (!inspection.proposals().isEmpty()) {
      title("cli.proposals");
      inspection.proposals().forEach(this::proposal);
    }
  }

  void repaired(List<RepairStep> accepted, Path target, Export.Written written) {
    accepted.forEach(step -> line("  " + sentences.done(step)));
    line(
        sentences.say(
            "cli.written",
            Map.of("file", target.toString(), "rows", sentences.number(written.rows()))));
  }

  /** What a file holds must not command the terminal either. */
  private void line(String text) {
    out.println(printable(text));
  }

  private void title(String key) {
    out.println();
    line(sentences.say(key, Map.of()));
  }

  private void column(ColumnProfile column, int width) {
    String examples =
        String.join(", ", column.examples().subList(0, Math.min(3, column.examples().size())));
    line(
        String.format(
            "  %-3s %-" + Math.max(1, width) + "s  %s  (%s)",
            column.letters(),
            column.name(),
            sentences.kind(column.kind()),
            examples));
  }

  private void finding(Finding finding) {
    String addresses =
        finding.samples().stream()
            .limit(MAX_ADDRESSES)
            .map(Finding.Sample::address)
            .collect(Collectors.joining(", "));
    boolean more = finding.count() > MAX_ADDRESSES && !addresses.isEmpty();
    line(
        "  "
            + sentences.say(
                "cli.severity." + finding.severity().name().toLowerCase(Locale.ROOT), Map.of())
            + " "
            + sentences.of(finding)
            + (addresses.isEmpty() ? "" : " [" + addresses + (more ? "…" : "") + "]"));
  }

  private void proposal(RepairStep step) {
    line("  " + (step.certain() ? "+ " : "? ") + sentences.of(step) + "  (" + step.id() + ")");
    step.samples().stream()
        .limit(MAX_CHANGES)
        .forEach(
            change ->
                line(
                    "      "
                        + change.address()
                        + "  "
                        + change.before()
                        + (change.after() == null ? "" : "  →  " + change.after())));
  }
}
