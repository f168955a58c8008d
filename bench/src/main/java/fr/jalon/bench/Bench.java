package fr.jalon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ./jalon bench}: what the engine is worth, in figures. */
public final class Bench {
  private static final String USAGE =
      "jalon bench reading [--seed N] [--worst N] [--write FOLDER]"
          + " | jalon bench speed [--rows N] [--rounds N]"
          + " | jalon bench harm [--seed N] [--tables N] [--files FOLDER]"
          + " | jalon bench difference [--rows N] [--memory MB]"
          + " | jalon bench personal-data [--seed N] [--files N] [--worst N] [--write FOLDER]"
          + " | jalon mutate rule [CODE...]";

  private static final int SHORT_FILES = 400;

  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    String what = arguments.length == 0 ? "" : arguments[0];
    switch (what) {
      case "reading" -> reading(arguments);
      case "speed" ->
          Speed.run(
              Integer.parseInt(option(arguments, "--rows", "620000")),
              Integer.parseInt(option(arguments, "--rounds", "5")));
      case "harm" ->
          Harm.run(
              Long.parseLong(option(arguments, "--seed", "1")),
              Integer.parseInt(option(arguments, "--tables", "1")),
              option(arguments, "--files", ""));
      case "difference" ->
          Differing.run(
              Long.parseLong(option(arguments, "--rows", "1000000")),
              Integer.parseInt(option(arguments, "--memory", "384")));
      case "personal-data" ->
          PersonalDataBench.run(
              Long.parseLong(option(arguments, "--seed", "1")),
              Integer.parseInt(option(arguments, "--files", "900")),
              Integer.parseInt(option(arguments, "--worst", "10")),
              option(arguments, "--write", ""));
      case "mutate" -> mutate(arguments);
      default -> {
        System.err.println(USAGE);
        System.exit(2);
      }
    }
  }

  private static void mutate(String[] arguments) throws IOException {
    if (arguments.length < 2 || !arguments[1].equals("rule")) {
      System.err.println(USAGE);
      System.exit(2);
    }
    Path home = Path.of(System.getProperty("jalon.home", "."));
    List<String> codes = List.of(arguments).subList(2, arguments.length);
    RuleMutations mutations = RuleMutations.of(home, codes);
    System.out.print(mutations.table());
    System.exit(mutations.unnoticed().isEmpty() ? 0 : 1);
  }

  private static void reading(String[] arguments) throws IOException {
    long seed = Long.parseLong(option(arguments, "--seed", "1"));
    int worst = Integer.parseInt(option(arguments, "--worst", "10"));
    String folder = option(arguments, "--write", "");
    List<Polluted> files = new Polluter(SourceTable.of(seed)).all();
    if (!folder.isEmpty()) {
      write(files, Path.of(folder));
    }
    PollutionScores scores = PollutionScores.of(files);
    System.out.println("Polluted files (seed " + seed + ")\n");
    System.out.print(scores.table());
    scores
        .worst(worst)
        .forEach(
            scored ->
                System.out.printf(
                    Locale.ROOT, "  %.3f  %s%n", scored.score().mean(), scored.file().name()));
    charsets(seed, worst);
  }

  private static void charsets(long seed, int worst) {
    CharsetScores scores = CharsetScores.of(seed, SHORT_FILES);
    System.out.println("\nFrench files under 2 KB, every character right\n");
    System.out.print(scores.table());
    for (TextEncoding encoding : TextEncoding.values()) {
      scores.wrong(encoding).stream()
          .limit(worst)
          .forEach(
              wrong ->
                  System.out.printf(
                      "  %s %d: %s read as %s %s%n",
                      encoding, wrong.seed(), wrong.meant(), wrong.encoding(), wrong.seen()));
    }
  }

  private static void write(List<Polluted> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Polluted file : files) {
      Files.write(folder.resolve(file.name()), file.bytes());
    }
  }

  private static String option(String[] arguments, String name, String otherwise) {
    for (int i = 1; i + 1 < arguments.length; i++) {
      if (arguments[i].equals(name)) {
        return arguments[i + 1];
      }
    }
    return otherwise;
  }
}
