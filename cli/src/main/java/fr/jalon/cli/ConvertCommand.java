package fr.jalon.cli;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.ReadOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code convert FILE|FOLDER... -o OUT}: writes the table read in each file as plain CSV. */
final class ConvertCommand {
  static final String USAGE =
      "jalon convert FILE|FOLDER... -o OUT [--quiet]\nwith one file: " + ReadWords.USAGE;

  private ConvertCommand() {}

  static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Arguments arguments;
    ReadOptions options;
    ConvertPlan plan;
    try {
      arguments = Arguments.of(words, Set.of("quiet"), ReadWords.with(Set.of("o")));
      options = ReadWords.of(arguments);
      plan = plan(arguments);
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return Jalon.USAGE;
    }
    boolean quiet = arguments.has("quiet");
    ProgressBar progress =
        new ProgressBar(err, plan.jobs().size(), plan.bytes(), ProgressBar.terminal(), quiet);
    plan.missing().forEach(path -> err.println(Report.notFound(path)));
    int failed = new Converter(options, progress, out).run(plan.jobs());
    progress.finish();
    if (!quiet) {
      err.println(summary(plan.jobs().size() - failed, progress.seconds()));
    }
    return failed == 0 && plan.missing().isEmpty() ? Jalon.DONE : Jalon.UNREADABLE;
  }

  private static ConvertPlan plan(Arguments arguments) throws IOException {
    String target = arguments.options().getOrDefault("o", "");
    if (arguments.files().isEmpty() || target.isEmpty()) {
      throw new IllegalArgumentException(USAGE);
    }
    boolean several =
        arguments.files().size() > 1 || Files.isDirectory(Path.of(arguments.files().get(0)));
    if (several && (ReadWords.given(arguments) || target.equals(Converter.STANDARD_OUT))) {
      throw new IllegalArgumentException("Only possible with one file: -o -, " + ReadWords.USAGE);
    }
    return ConvertPlan.of(arguments.files(), target);
  }

  private static String summary(int converted, double seconds) {
    Locale language = Locale.getDefault();
    return Sentences.in(language)
        .say(
            "cli.converted",
            Map.of(
                "count",
                Integer.toString(converted),
                "seconds",
                String.format(language, "%.1f", seconds)));
  }
}
