package fr.jalon.bench;

import fr.jalon.bench.MendedFile.Cells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What mends put right and what they harm: right tables are spoiled with known faults, one at a
 * time and several together, mended, and held against what they were.
 */
final class Harm {
  private static final int SEVERAL = 6;
  private static final int MOST_SHOWN = 40;

  private final Path work;
  private final int oneIn;
  private final HarmScores certain = new HarmScores();
  private final HarmScores all = new HarmScores();
  private int tables;
  private int readOtherwise;

  /**
   * @param work a folder of its own
   * @param oneIn how many of the faults that befall one column alone are tried: all for 1
   */
  Harm(Path work, int oneIn) {
    this.work = work;
    this.oneIn = oneIn;
  }

  HarmScores certain() {
    return certain;
  }

  /** Our own tables, each fault in each column that it can befall, then several together. */
  void ownTables(long seed, int each) throws IOException {
    for (Subject subject : Subject.values()) {
      for (int table = 0; table < each; table++) {
        spoil(subject.table(seed + table), new Random(seed * 31 + table));
      }
    }
  }

  void spoil(CleanTable clean, Random random) throws IOException {
    score(Spoiled.of(clean));
    for (Fault fault : Fault.values()) {
      for (int column = 0; column < clean.names().size(); column++) {
        if (random.nextInt(oneIn) == 0 && fault.fits(clean.column(column))) {
          alone(clean, fault, column, random);
        }
      }
    }
    Spoiled swapped = Spoiled.of(clean);
    if (swapped.swapCoordinates(random)) {
      score(swapped);
    }
    Spoiled summed = Spoiled.of(clean);
    if (summed.addTotal()) {
      score(summed);
    }
    Spoiled repeated = Spoiled.of(clean);
    repeated.repeatRows(random);
    score(repeated);
    for (int i = 0; i < SEVERAL; i++) {
      score(several(clean, random));
    }
  }

  private void alone(CleanTable clean, Fault fault, int column, Random random) throws IOException {
    for (boolean whole : List.of(true, false)) {
      Spoiled spoiled = Spoiled.of(clean);
      boolean may = whole ? fault.wholeColumn() : fault.someCells();
      if (may && spoiled.spoil(fault, column, whole, random)) {
        score(spoiled);
      }
    }
  }

  private static Spoiled several(CleanTable clean, Random random) {
    Spoiled spoiled = Spoiled.of(clean);
    for (int column = 0; column < clean.names().size(); column++) {
      for (int time = 0; time < 2; time++) {
        Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
        boolean whole = !fault.someCells() || fault.wholeColumn() && random.nextBoolean();
        if (fault.fits(clean.column(column))) {
          spoiled.spoil(fault, column, whole, random);
        }
      }
    }
    if (random.nextInt(4) == 0) {
      spoiled.addTotal();
    }
    if (random.nextInt(4) == 0) {
      spoiled.repeatRows(random);
    }
    return spoiled;
  }

  private void score(Spoiled spoiled) throws IOException {
    Path path = Files.writeString(work.resolve("table.csv"), spoiled.csv());
    try (MendedFile file = MendedFile.of(path, work)) {
      tables++;
      if (file == null || !isReadAsWritten(file.before(), spoiled)) {
        readOtherwise++;
        return;
      }
      List<Proposal> sure = file.proposals().stream().filter(Proposal::certain).toList();
      certain.add(spoiled, file, sure);
      all.add(spoiled, file, file.proposals());
    } catch (UnreadableFile refused) {
      readOtherwise++;
    }
  }

  /** Cells that the reader moved are its own affair, measured elsewhere. */
  private static boolean isReadAsWritten(Cells read, Spoiled spoiled) {
    if (read.names().size() != spoiled.clean().names().size()
        || read.rows().size() != spoiled.history().size() + spoiled.extra().size()) {
      return false;
    }
    for (int row = 0; row < spoiled.history().size(); row++) {
      Map<String, String> cells = read.rows().get((long) row + 2);
      if (cells == null) {
        return false;
      }
      int column = 0;
      for (String text : cells.values()) {
        if (!text.equals(spoiled.cell(row, column++))) {
          return false;
        }
      }
    }
    return true;
  }

  String report() {
    return tables
        + " tables, "
        + readOtherwise
        + " of them read otherwise than written and left out\n\nCertain mends alone\n\n"
        + certain.table()
        + certain.harmed(MOST_SHOWN)
        + "\nEverything accepted\n\n"
        + all.table();
  }

  /**
   * Every certain change to the files of a folder, grouped by rule and column, to be read; then the
   * same files once mended, spoiled as our own tables are.
   */
  void files(Path folder, long seed) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".expected.json"))
              .sorted()
              .toList();
    }
    Map<String, List<String>> changes = new TreeMap<>();
    List<CleanTable> clean = new ArrayList<>();
    for (Path file : files) {
      if (Files.size(file) > 0) {
        file(folder, file, changes, clean);
      }
    }
    changes.forEach(
        (group, lines) -> {
          System.out.println("\n" + group + " × " + lines.size());
          lines.forEach(line -> System.out.println("  " + line));
        });
    System.out.println();
    for (CleanTable table : clean) {
      spoil(table, new Random(seed));
    }
  }

  private void file(
      Path folder, Path path, Map<String, List<String>> changes, List<CleanTable> clean)
      throws IOException {
    try (MendedFile file = MendedFile.of(path, work)) {
      if (file == null) {
        return;
      }
      String name = folder.relativize(path).toString();
      List<Proposal> sure = file.proposals().stream().filter(Proposal::certain).toList();
      for (Proposal proposal : sure) {
        for (HarmScores.Change change : HarmScores.changes(file, List.of(proposal))) {
          String group = proposal.rule() + " · " + change.name();
          changes
              .computeIfAbsent(group, any -> new ArrayList<>())
              .add(name + " " + change.address() + " «" + change.before() + "» → " + change.told());
        }
      }
      // rows of totals are no fault of ours, and no right ones either
      Cells mended =
          file.after(
              file.proposals().stream()
                  .filter(one -> one.certain() || one.mend() instanceof SetAsideRows)
                  .toList());
      if (mended.rows().size() <= CleanTables.MOST_ROWS) {
        clean.add(CleanTables.of(name, mended));
      }
    } catch (UnreadableFile refused) {
      return;
    }
  }

  /** A file's table once mended, taken for right. */
  private static final class CleanTables {
    static final int MOST_ROWS = 2_000;

    private CleanTables() {}

    static CleanTable of(String name, Cells cells) {
      return new CleanTable(
          name,
          List.copyOf(cells.names().values()),
          cells.rows().values().stream()
              .map(row -> (List<String>) new ArrayList<>(row.values()))
              .collect(Collectors.toList()));
    }
  }

  static void run(long seed, int each, String folder) throws IOException {
    Path work = Files.createTempDirectory("harm");
    try {
      Harm harm = new Harm(work, 1);
      if (folder.isEmpty()) {
        harm.ownTables(seed, each);
      } else {
        harm.files(Path.of(folder), seed);
      }
      System.out.print(harm.report());
      if (harm.certain.harmedCells() > 0) {
        System.exit(1);
      }
    } finally {
      try (Stream<Path> walk = Files.walk(work)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
