package fr.jalon.cli;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code inspect FILE... [--json] [--show-personal]}: what was read, what is wrong, what can be put
 * right. What speaks of people is covered, unless asked.
 */
final class InspectCommand {
  private InspectCommand() {}

  static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Arguments arguments;
    InspectOptions options;
    try {
      arguments = Arguments.of(words, Set.of("json", "show-personal"), ReadWords.OPTIONS);
      InspectOptions covered = new InspectOptions(ReadWords.of(arguments), null, null);
      options = arguments.has("show-personal") ? covered.shownOpenly() : covered;
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return Jalon.USAGE;
    }
    boolean alone = arguments.files().size() == 1;
    if (arguments.files().isEmpty() || (!alone && ReadWords.given(arguments))) {
      err.println(
          "jalon inspect FILE... [--json] [--show-personal]\nwith one file: " + ReadWords.USAGE);
      return Jalon.USAGE;
    }
    int exit = Jalon.DONE;
    for (String file : arguments.files()) {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        err.println(Report.notFound(path));
        exit = Jalon.UNREADABLE;
        continue;
      }
      try (Workspace workspace = Workspace.create()) {
        Inspection inspection =
            Engine.inspect(workspace.source(path), options, ParisTime.CLOCK, Progress.NONE);
        if (arguments.has("json")) {
          out.println(alone ? Json.writeIndented(inspection) : Json.write(inspection));
        } else {
          new Report(out).inspection(inspection, options.openly());
        }
        if (inspection.refusal() != null) {
          exit = Jalon.UNREADABLE;
        }
      }
    }
    return exit;
  }
}
