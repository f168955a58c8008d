package fr.jalon.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * How fast files are read, always beside something to compare with: readers run in turn, several
 * rounds, and the medians are set against one another. Seconds alone say more of the machine.
 */
final class Speed {
  /** One reader of one file; gives how many cells or bytes it met, so that none is skipped. */
  private interface Reader {
    long read() throws IOException, UnreadableFile;
  }

  private record Seconds(double[] cpu, double[] wall) {
    double medianCpu() {
      return median(cpu);
    }

    double medianWall() {
      return median(wall);
    }

    private static double median(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int half = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
  }

  private final Path folder;
  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final Map<String, Seconds> seconds = new LinkedHashMap<>();

  private Speed(Path folder) {
    this.folder = folder;
  }

  /** Writes the files, reads each in turn and prints the table. */
  static void run(int rows, int rounds) throws IOException {
    Path folder = Files.createTempDirectory("speed");
    try {
      new Speed(folder).measure(new LargeTable(rows), rounds);
    } finally {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private void measure(LargeTable table, int rounds) throws IOException {
    Path xlsx = folder.resolve("table.xlsx");
    Path ods = folder.resolve("table.ods");
    Path csv = folder.resolve("table.csv");
    table.writeXlsx(xlsx);
    table.writeOds(ods);
    table.writeCsv(csv);
    readers.put("fastexcel-reader, XLSX", () -> fastexcel(xlsx));
    readers.put("Jalon, XLSX", () -> jalon(xlsx));
    readers.put("Jalon, ODS", () -> jalon(ods));
    readers.put("Jalon, CSV", () -> jalon(csv));
    readers.put("a pass over the bytes, CSV", () -> bytes(csv));
    long cells = (long) table.rows() * LargeTable.WIDTH;
    System.out.printf(
        Locale.ROOT,
        "%d rows of %d cells, heap of %d MB, medians of %d rounds after one to warm up%n%n",
        table.rows(),
        LargeTable.WIDTH,
        Runtime.getRuntime().maxMemory() >> 20,
        rounds);
    readers
        .keySet()
        .forEach(name -> seconds.put(name, new Seconds(new double[rounds], new double[rounds])));
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        time(reader.getKey(), reader.getValue(), round, cells);
      }
    }
    print();
  }

  private void time(String name, Reader reader, int round, long cells) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    try {
      long met = reader.read();
      if (met < cells) {
        throw new IllegalStateException(name + " met " + met + " cells of " + cells);
      }
    } catch (UnreadableFile refused) {
      throw new IllegalStateException(name + " refused: " + refused.refusal().code());
    }
    Seconds measured = seconds.get(name);
    if (round >= 0 && measured != null) {
      measured.cpu()[round] = (system.getProcessCpuTime() - cpu) / 1e9;
      measured.wall()[round] = (System.nanoTime() - wall) / 1e9;
    }
  }

  private void print() {
    System.out.println("reader                          CPU s   wall s");
    seconds.forEach(
        (name, measured) ->
            System.out.printf(
                Locale.ROOT,
                "%-28s %8.2f %8.2f%n",
                name,
                measured.medianCpu(),
                measured.medianWall()));
    System.out.println("\nratio                           CPU     wall   at most");
    ratio("Jalon, XLSX", "fastexcel-reader, XLSX", "1.5");
    ratio("Jalon, ODS", "Jalon, XLSX", "3");
    ratio("Jalon, CSV", "a pass over the bytes, CSV", "");
  }

  private void ratio(String one, String other, String limit) {
    Seconds over = seconds.get(one);
    Seconds under = seconds.get(other);
    if (over != null && under != null) {
      System.out.printf(
          Locale.ROOT,
          "%-28s %8.2f %8.2f   %s%n",
          one + " / " + other.substring(0, other.indexOf(',')),
          over.medianCpu() / under.medianCpu(),
          over.medianWall() / under.medianWall(),
          limit);
    }
  }

  private static long fastexcel(Path file) throws IOException {
    long[] met = new long[2];
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(
          row ->
              row.forEach(
                  cell -> {
                    met[0]++;
                    met[1] += cell == null ? 0 : cell.getText().length();
                  }));
    }
    return met[1] == 0 ? 0 : met[0];
  }

  private long jalon(Path file) throws IOException, UnreadableFile {
    Path work = Files.createTempDirectory(folder, "work");
    Source source = new Source(file, file.getFileName().toString(), Files.size(file), work);
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        long[] met = new long[1];
        try (Table table = format.read(source, ReadOptions.NONE)) {
          table.scan(
              block -> {
                for (Chunk chunk : block.chunks()) {
                  met[0] += chunk.rows();
                }
              });
        }
        try (Stream<Path> left = Files.list(work)) {
          for (Path path : left.toList()) {
            Files.delete(path);
          }
        }
        return met[0];
      }
    }
    throw new IllegalStateException("no format recognizes " + file);
  }

  private static long bytes(Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long ends = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          ends += buffer[i] == ';' || buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return ends;
  }
}
