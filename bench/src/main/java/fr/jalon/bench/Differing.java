package fr.jalon.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.Exports;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.export.UpdatedTable;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.Differences;
import fr.jalon.engine.query.KeyHints;
import fr.jalon.engine.query.QueryProblem;
import fr.jalon.engine.query.RowsSettings;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What it takes to tell the difference between two states of a table and to update one by the
 * other, at a tenth of the length and at the whole, so that one sees what grows. What was found is
 * held against what was done.
 */
final class Differing {
  private static final int THREADS = 2;
  private static final int ROWS_OF_A_SHORT_ONE = 10;

  private final Path folder;
  private final long rows;
  private final int megabytes;

  private Differing(Path folder, long rows, int megabytes) {
    this.folder = folder;
    this.rows = rows;
    this.megabytes = megabytes;
  }

  /**
   * @param megabytes what DuckDB may use
   */
  static void run(long rows, int megabytes) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "heap of %d MB, DuckDB in %d MB and %d threads; memory is the most the process held%n%n",
        Runtime.getRuntime().maxMemory() >> 20,
        megabytes,
        THREADS);
    System.out.printf("%10s  %-32s %8s %8s %8s%n", "rows", "", "seconds", "of CPU", "MB");
    for (long length : new long[] {rows / ROWS_OF_A_SHORT_ONE, rows}) {
      Path folder = Files.createTempDirectory("difference");
      try {
        new Differing(folder, length, megabytes).measure();
      } catch (QueryProblem | UnreadableFile wrong) {
        throw new IllegalStateException(wrong);
      } finally {
        try (Stream<Path> walk = Files.walk(folder)) {
          walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
      }
    }
  }

  /** Something measured. */
  private interface Task {
    void run() throws IOException, QueryProblem, UnreadableFile;
  }

  private void measure() throws IOException, QueryProblem, UnreadableFile {
    Path before = write(new EditedRows(rows, false), "before");
    Path after = write(new EditedRows(rows, true), "after");
    try (Differences differences = open()) {
      time("find the key", () -> wantKey(differences, before, after));
    }
    try (Differences differences = open()) {
      time("difference by key", () -> wantByKey(differences, before, after));
    }
    try (Differences differences = open()) {
      time("difference by whole rows", () -> wantByRows(differences, before, after));
    }
    Path csv = before.resolveSibling("data.csv");
    time("append, then write all", () -> wantAppended(csv));
    time("update by key, then write all", () -> wantUpdated(csv));
  }

  private Differences open() throws IOException {
    return new Differences(
        new RowsSettings(
            folder, folder.resolve("temporary"), megabytes, THREADS, 1, Duration.ofMinutes(10)));
  }

  private static void wantKey(Differences differences, Path before, Path after)
      throws IOException, QueryProblem {
    List<String> key = differences.keys(before, after, KeyHints.NONE).get(0).columns();
    want(key.equals(List.of("reference")), "the key " + key);
  }

  private void wantByKey(Differences differences, Path before, Path after)
      throws IOException, QueryProblem {
    Difference found = differences.compare(before, after, List.of("reference"));
    want(
        found.added() == EditedRows.added(rows)
            && found.gone() == EditedRows.gone(rows)
            && found.changed() == EditedRows.changed(rows)
            && found
                .changedColumns()
                .equals(List.of(new Difference.ChangedColumn("montant", EditedRows.changed(rows)))),
        found.added() + " added, " + found.gone() + " gone, " + found.changedColumns());
  }

  private void wantByRows(Differences differences, Path before, Path after)
      throws IOException, QueryProblem {
    Difference found = differences.compare(before, after, List.of());
    long changed = EditedRows.changed(rows);
    want(
        found.added() == EditedRows.added(rows) + changed
            && found.gone() == EditedRows.gone(rows) + changed,
        found.added() + " added, " + found.gone() + " gone");
  }

  private void wantAppended(Path csv) throws IOException, UnreadableFile {
    try (UpdatedTable all = updated(csv, Update.APPEND, List.of())) {
      write(all, "appended");
      long added = EditedRows.added(rows) + EditedRows.changed(rows);
      want(all.updated().added() == added, all.updated().toString());
    }
  }

  private void wantUpdated(Path csv) throws IOException, UnreadableFile {
    try (UpdatedTable all = updated(csv, Update.BY_KEY, List.of("reference"))) {
      write(all, "updated");
      want(
          all.updated().added() == EditedRows.added(rows)
              && all.updated().kept() == EditedRows.gone(rows),
          all.updated().toString());
    }
  }

  private UpdatedTable updated(Path csv, Update how, List<String> key)
      throws IOException, UnreadableFile {
    return UpdatedTable.of(new EditedRows(rows, true), csv, how, key, folder);
  }

  private static void want(boolean right, String found) {
    if (!right) {
      throw new IllegalStateException("found " + found);
    }
  }

  private void time(String what, Task task) throws IOException, QueryProblem, UnreadableFile {
    System.gc();
    // makes Linux count the peak anew
    Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    task.run();
    System.out.printf(
        Locale.ROOT,
        "%,10d  %-32s %8.1f %8.1f %8d%n",
        rows,
        what,
        (System.nanoTime() - start) / 1e9,
        (system.getProcessCpuTime() - cpu) / 1e9,
        peakMegabytes());
  }

  private static long peakMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  private Path write(Table table, String name) throws IOException, UnreadableFile {
    List<ExportColumn> columns = new ArrayList<>();
    for (String column : EditedRows.NAMES) {
      ValueType type =
          switch (column) {
            case "montant" -> ValueType.DECIMAL;
            case "date" -> ValueType.DATE;
            case "quantite" -> ValueType.INTEGER;
            default -> ValueType.TEXT;
          };
      columns.add(new ExportColumn(column, type, Kinds.TEXT, column, null));
    }
    Path made = Files.createDirectory(folder.resolve(name));
    Exports.write(table, columns, made, written -> {});
    return made.resolve("data.parquet");
  }
}
