package fr.jalon.cli;

import fr.jalon.engine.Engine;
import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.Protections;
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
 * {@code repair FILE -o OUT [--protect ID,ID...] [--accept certain|all|ID,ID...] [--recipe RECIPE]
 * [--save RECIPE]}: hides what was chosen to be hidden, then applies the mends proposed for the
 * table that is left, or those of a recipe, and writes the result in the format that OUT's
 * extension names. Nothing is hidden but what {@code --protect} or the recipe names.
 */
final class RepairCommand {
  private static final String USAGE =
      "jalon repair FILE -o OUT.csv|.parquet|.xlsx|.geojson [--protect ID,ID...]\n"
          + "  [--accept certain|all|ID,ID...] [--recipe RECIPE.json] [--save RECIPE.json]\n"
          + ReadWords.USAGE;

  private RepairCommand() {}

  static int run(List<String> words, PrintStream out, PrintStream err) throws IOException {
    Arguments arguments;
    InspectOptions options;
    try {
      arguments =
          Arguments.of(
              words, Set.of(), ReadWords.with(Set.of("o", "accept", "protect", "recipe", "save")));
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
    Inspection asRead = Engine.inspect(source, options, ParisTime.CLOCK, Progress.NONE);
    if (asRead.refusal() != null) {
      new Report(out).inspection(asRead, false);
      return Jalon.UNREADABLE;
    }
    Inspection inspection = asRead;
    List<Proposal> accepted;
    try {
      List<Proposal> recipe = recipe(words);
      List<Proposal> protections = protections(asRead.proposals(), recipe, words);
      if (!protections.isEmpty()) {
        InspectOptions hiding = options.withProtections(protections, options.kept());
        inspection = Engine.inspect(source, hiding, ParisTime.CLOCK, Progress.NONE);
      }
      accepted = new ArrayList<>(protections);
      accepted.addAll(accepted(inspection.proposals(), recipe, words));
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
        List<Proposal> proposals = new ArrayList<>(asRead.proposals());
        proposals.addAll(inspection.proposals());
        new Report(out).repaired(accepted, proposals, export, target, written);
        List<String> undecided = undecided(export);
        if (!undecided.isEmpty()) {
          err.println(Report.undecided(undecided));
        }
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

  /** The columns that still speak of people in what was written. */
  private static List<String> undecided(Export export) {
    Inspection after = export.after();
    return after == null
        ? List.of()
        : after.findings().stream()
            .filter(cause -> Protections.isDecided(cause.code()))
            .map(cause -> cause.column() == null ? cause.code() : "«" + cause.column() + "»")
            .distinct()
            .toList();
  }

  private static List<Proposal> recipe(Map<String, String> words) throws IOException {
    String recipe = words.get("recipe");
    return recipe == null ? List.of() : Recipes.read(Path.of(recipe));
  }

  /** What is to be hidden: those of the recipe, and those named. */
  private static List<Proposal> protections(
      List<Proposal> proposals, List<Proposal> recipe, Map<String, String> words) {
    List<Proposal> possible =
        proposals.stream().filter(proposal -> proposal.mend().protects()).toList();
    List<Proposal> all = new ArrayList<>();
    recipe.stream()
        .filter(kept -> kept.mend().protects())
        .forEach(kept -> all.add(proposed(kept, possible)));
    String protect = words.getOrDefault("protect", "");
    Set<String> wanted = ids(possible, protect);
    possible.stream().filter(one -> wanted.contains(one.id())).forEach(all::add);
    return all;
  }

  private static List<Proposal> accepted(
      List<Proposal> everything, List<Proposal> recipe, Map<String, String> words) {
    List<Proposal> proposals =
        everything.stream().filter(proposal -> !proposal.mend().protects()).toList();
    List<Proposal> replayed =
        recipe.stream()
            .filter(kept -> !kept.mend().protects())
            .map(kept -> proposed(kept, proposals))
            .toList();
    String accept = words.getOrDefault("accept", words.containsKey("recipe") ? "none" : "certain");
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
