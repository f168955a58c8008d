package fr.jalon.cli;

import fr.jalon.engine.Engine;
import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code repair FILE -o OUT [--accept certain|all|ID,ID...] [--recipe RECIPE] [--save RECIPE]}:
 * applies the proposed mends, or those of a recipe, and writes the result in the format that OUT's
 * extension names.
 */
final class RepairCommand {
  private static final String USAGE =
      "jalon repair FILE -o OUT.csv|.parquet|.xlsx|.geojson [--accept certain|all|ID,ID...]\n"
          + "  [--recipe RECIPE.json] [--save RECIPE.json]\n"
          + ReadWords.USAGE;

  private RepairCommand() {}

  static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Arguments arguments;
    InspectOptions options;
    try {
      arguments =
          Arguments.of(words, Set.of(), ReadWords.with(Set.of("o", "accept", "recipe", "save")));
      options = new InspectOptions(ReadWords.of(arguments), null, null);
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
    Path result = Path.of(target);
    if (Files.exists(result) && Files.isSameFile(result, file)) {
      err.println("'" + target + "' is the file to repair and would be replaced.");
      return Jalon.USAGE;
    }
    try (Workspace workspace = Workspace.create()) {
      return repair(workspace.source(file), options, result, arguments.options(), out, err);
    }
  }

  private static int repair(
      Source source,
      InspectOptions options,
      Path target,
      Map<String, String> words,
      PrintStream out,
      PrintStream err)
      throws IOException {
    Inspection inspection = Engine.inspect(source, options, ParisTime.CLOCK, Progress.NONE);
    if (inspection.refusal() != null) {
      new Report(out).inspection(inspection);
      return Jalon.UNREADABLE;
    }
    List<Proposal> accepted;
    try {
      accepted = accepted(inspection.proposals(), words);
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return Jalon.USAGE;
    }
    String save = words.get("save");
    if (save != null) {
      Files.write(Path.of(save), RecipeFile.write(Recipe.of(source.name(), accepted)));
    }
    Export export = Engine.repair(source, options, accepted, ParisTime.CLOCK, Progress.NONE);
    String name = target.toString();
    String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (Export.Written written : export.files()) {
      if (written.format().code().equals(format)) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        Files.move(
            source.work().resolve(written.file()), target, StandardCopyOption.REPLACE_EXISTING);
        new Report(out).repaired(accepted, inspection.proposals(), export, target, written);
        return Jalon.DONE;
      }
    }
    err.println(
        "Cannot write '"
            + format
            + "' from this table. Possible: "
            + export.files().stream().map(written -> written.format().code()).toList());
    return Jalon.USAGE;
  }

  private static List<Proposal> accepted(List<Proposal> proposals, Map<String, String> words)
      throws IOException {
    String recipe = words.get("recipe");
    List<Proposal> replayed =
        recipe == null
            ? List.of()
            : Recipes.read(Path.of(recipe)).stream()
                .map(kept -> proposed(kept, proposals))
                .toList();
    String accept = words.getOrDefault("accept", recipe == null ? "certain" : "none");
    if (accept.equals("none")) {
      return replayed;
    }
    List<Proposal> all = new ArrayList<>(replayed);
    if (accept.equals("all")) {
      all.addAll(proposals);
    } else if (accept.equals("certain")) {
      proposals.stream().filter(Proposal::certain).forEach(all::add);
    } else {
      Set<String> wanted = ids(proposals, accept);
      proposals.stream().filter(one -> wanted.contains(one.id())).forEach(all::add);
    }
    return all;
  }

  /** What the file itself proposes, whose words and counts are its own, or the mend as kept. */
  private static Proposal proposed(Proposal kept, List<Proposal> proposals) {
    return proposals.stream()
        .filter(proposal -> proposal.mend().equals(kept.mend()))
        .findFirst()
        .orElse(kept);
  }

  /**
   * Ids hold the names of columns, which may hold commas: the longest known one is taken. Those of
   * former versions are known too, for the scripts that bear them.
   */
  private static Set<String> ids(List<Proposal> proposals, String accept) {
    Map<String, String> known = new TreeMap<>();
    for (Proposal proposal : proposals) {
      proposal.formerIds().forEach(former -> known.put(former, proposal.id()));
    }
    proposals.forEach(proposal -> known.put(proposal.id(), proposal.id()));
    Set<String> ids = new HashSet<>();
    String rest = accept;
    while (!rest.isEmpty()) {
      String left = rest;
      String id =
          known.keySet().stream()
              .filter(one -> left.equals(one) || left.startsWith(one + ","))
              .max(Comparator.comparingInt(String::length))
              .orElseThrow(() -> unknown(left, proposals));
      ids.add(known.getOrDefault(id, id));
      rest = rest.substring(Math.min(rest.length(), id.length() + 1));
    }
    return ids;
  }

  private static IllegalArgumentException unknown(String id, List<Proposal> proposals) {
    List<String> possible = proposals.stream().map(Proposal::id).sorted().toList();
    return new IllegalArgumentException(
        Report.printable("No such repair: '" + id + "'. Possible: " + possible));
  }
}
