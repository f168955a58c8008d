package fr.jalon.cli;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /**
   * @param openly true when what speaks of people was asked for
   */
  void inspection(Inspection inspection, boolean openly) {
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
    list("cli.proposals", inspection.proposals().stream().filter(one -> !hides(one)).toList());
    List<Proposal> choices = inspection.proposals().stream().filter(Report::hides).toList();
    list("cli.choices", choices);
    if (!choices.isEmpty() && !openly) {
      line("  " + sentences.say("cli.covered", Map.of()));
    }
  }

  private void list(String title, List<Proposal> proposals) {
    if (!proposals.isEmpty()) {
      title(title);
      proposals.forEach(this::proposal);
    }
  }

  private static boolean hides(Proposal proposal) {
    return proposal.mend().protects();
  }

  /** What is written although it speaks of people and nothing was decided about it. */
  static String undecided(List<String> columns) {
    Sentences words = Sentences.in(Locale.getDefault());
    return printable(words.say("cli.undecided", Map.of("columns", words.list(columns))));
  }

  /**
   * @param proposals of the file; an accepted one that is none of them comes from a recipe, and
   *     what a recipe says of a mend was said of another file
   */
  void repaired(
      List<Proposal> accepted,
      List<Proposal> proposals,
      Export export,
      Path target,
      Export.Written written) {
    for (Proposal proposal : accepted) {
      Misfit misfit = leftOut(export, proposal);
      String done =
          proposals.contains(proposal) ? sentences.done(proposal) : sentences.of(proposal.mend());
      line(
          misfit == null
              ? "  " + done
              : "  "
                  + sentences.say(
                      "cli.left-out", Map.of("mend", done, "why", sentences.of(misfit))));
    }
    line(
        sentences.say(
            "cli.written",
            Map.of("file", target.toString(), "rows", Long.toString(written.rows()))));
  }

  private static @Nullable Misfit leftOut(Export export, Proposal proposal) {
    return export.leftOut().stream()
        .filter(left -> left.proposal().equals(proposal.id()))
        .map(Export.LeftOut::why)
        .findFirst()
        .orElse(null);
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

  private void finding(Cause cause) {
    String addresses =
        cause.samples().stream()
            .limit(MAX_ADDRESSES)
            .map(Cause.Sample::address)
            .collect(Collectors.joining(", "));
    boolean more = cause.count() > MAX_ADDRESSES && !addresses.isEmpty();
    line(
        "  "
            + sentences.say(
                "cli.severity." + cause.severity().name().toLowerCase(Locale.ROOT), Map.of())
            + " "
            + sentences.of(cause)
            + (addresses.isEmpty() ? "" : " [" + addresses + (more ? "…" : "") + "]"));
  }

  private void proposal(Proposal proposal) {
    line(
        "  "
            + (proposal.certain() ? "+ " : "? ")
            + sentences.of(proposal)
            + "  ("
            + proposal.id()
            + ")");
    proposal.samples().stream()
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
