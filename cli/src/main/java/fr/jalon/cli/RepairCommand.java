package fr.jalon.cli;

import fr.jalon.engine.Engine;
import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.repair.RepairStep;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code repair FILE -o OUT [--accept certain|all|ID,ID...]}: applies the proposed steps and writes
 * the result in the format that OUT's extension names.
 */
final class RepairCommand {
  private static final String USAGE =
      "jalon repair FILE -o OUT.csv|.parquet|.xlsx|.geojson [--accept certain|all|ID,ID...]";

  private RepairCommand() {}

  static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Arguments arguments;
    try {
      arguments = Arguments.of(words, Set.of(), Set.of("o", "accept"));
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return Jalon.USAGE;
    }
    String target = arguments.options().get("o");
    if (arguments.files().size() != 1 || target == null) {
      err.println(USAGE);
      return Jalon.USAGE;
    }
    Path file = Path.of(arguments.files().get(0));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      err.println(Report.notFound(file));
      return Jalon.UNREADABLE;
    }
    try (Workspace workspace = Workspace.create()) {
      return repair(
          workspace.source(file),
          Path.of(target),
          arguments.options().getOrDefault("accept", "certain"),
          out,
          err);
    }
  }

  private static int repair(
      Source source, Path target, String accept, PrintStream out, PrintStream err)
      throws IOException {
    Inspection inspection = Engine.inspect(source, InspectOptions.NONE, Progress.NONE);
    if (inspection.refusal() != null) {
      new Report(out).inspection(inspection);
      return Jalon.UNREADABLE;
    }
    List<RepairStep> accepted = accepted(inspection.proposals(), accept);
    Export export = Engine.repair(source, InspectOptions.NONE, accepted, Progress.NONE);
    String name = target.toString();
    String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (Export.Written written : export.files()) {
      if (written.format().equals(format)) {
        Files.move(
            source.work().resolve(written.file()), target, StandardCopyOption.REPLACE_EXISTING);
        new Report(out).repaired(accepted, target, written);
        return Jalon.DONE;
      }
    }
    err.println(
        "Cannot write '"
            + format
            + "' from this table. Possible: "
            + export.files().stream().map(Export.Written::format).toList());
    return Jalon.USAGE;
  }

  private static List<RepairStep> accepted(List<RepairStep> proposals, String accept) {
    if (accept.equals("all")) {
      return proposals;
    }
    if (accept.equals("certain")) {
      return proposals.stream().filter(RepairStep::certain).toList();
    }
    Set<String> ids = Set.of(accept.split(","));
    return proposals.stream().filter(step -> ids.contains(step.id())).toList();
  }
}
