package fr.jalon.engine.fuzz;

import fr.jalon.engine.Engine;
import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Noon;
import fr.jalon.engine.Progress;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of any file at all: it is read or refused in words, nothing else is thrown, two
 * scans give the same, and the reading tells the truth about what they give.
 */
final class Property {
  private static final Sentences FRENCH = Sentences.in(Locale.FRENCH);

  /** Kept: the logging system forgets loggers that nobody holds. */
  private static final Logger ENGINE = Logger.getLogger("fr.jalon.engine");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of the processor, for some kilobytes: however busy the machine is. */
  private static final int SECONDS = 10;

  private static @Nullable Throwable fault;

  static {
    ENGINE.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            fault = record.getThrown();
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    ENGINE.setUseParentHandlers(false);
  }

  private Property() {}

  static void holds(Path file, String name, Path work, boolean whole) throws Exception {
    Source source = new Source(file, name, Files.size(file), work);
    // what a run that was stopped left there
    empty(work);
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      read(source);
      must(isEmpty(work), name + ": files are left in the work folder");
      if (whole) {
        inspect(source);
      }
    } finally {
      empty(work);
    }
    long taken = TimeUnit.NANOSECONDS.toSeconds(THREADS.getCurrentThreadCpuTime() - before);
    must(taken < SECONDS, name + ": " + source.size() + " bytes take " + taken + " s of processor");
  }

  /** Name of the class that takes the file. */
  static String format(Path file) throws IOException {
    Source source =
        new Source(
            file,
            String.valueOf(file.getFileName()),
            Files.size(file),
            file.resolveSibling("work"));
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        return format.getClass().getSimpleName();
      }
    }
    return "none";
  }

  private static void read(Source source) throws IOException {
    if (source.size() == 0) {
      return;
    }
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        try (Table table = format.read(source, ReadOptions.NONE)) {
          judge(table);
        } catch (UnreadableFile refused) {
          said("refusal.", refused.refusal().code());
        }
        return;
      }
    }
  }

  private static void judge(Table table) throws IOException, UnreadableFile {
    Reading reading = table.reading();
    must(
        reading.columns().equals(table.columns().stream().map(c -> c.name()).toList()),
        "the reading names other columns than the table");
    reading.notes().forEach(note -> said("note.", note.code()));
    long first = scan(table);
    must(first == scan(table), "a second scan gives something else");
  }

  /** A sum of all that a scan gives. */
  private static long scan(Table table) throws IOException, UnreadableFile {
    long[] seen = {0, 17, 0};
    table.scan(
        block -> {
          must(block.firstRow() == seen[0], "blocks do not follow each other");
          must(block.width() == table.columns().size(), "a block is not as wide as its table");
          seen[0] += block.rows();
          seen[1] = seen[1] * 31 + sum(block);
          for (int row = 0; row < block.rows(); row++) {
            must(block.sourceRow(row) > seen[2], "rows are not in the order of the file");
            seen[2] = block.sourceRow(row);
          }
        });
    Reading reading = table.reading();
    must(
        seen[0] == reading.rows(),
        "the reading counts " + reading.rows() + " rows, a scan gives " + seen[0]);
    return seen[1];
  }

  private static long sum(Block block) {
    long sum = Arrays.hashCode(block.sourceRows());
    for (Chunk chunk : block.chunks()) {
      for (int row = 0; row < block.rows(); row++) {
        sum = sum * 31 + chunk.code(row);
      }
      for (int code = 0; code < chunk.distinct(); code++) {
        int from = chunk.offset(code);
        for (int i = from; i < from + chunk.length(code); i++) {
          sum = sum * 31 + chunk.array()[i];
        }
      }
    }
    return sum;
  }

  private static void inspect(Source source) throws Exception {
    Inspection inspection = Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);
    refused(inspection.refusal());
    FRENCH.reading(inspection);
    inspection.findings().forEach(finding -> FRENCH.of(finding));
    if (inspection.refusal() == null) {
      Export export =
          Engine.repair(
              source, InspectOptions.NONE, inspection.proposals(), Noon.CLOCK, Progress.NONE);
      refused(Objects.requireNonNull(export.after()).refusal());
      must(!export.files().isEmpty(), "what can be read cannot be written");
    }
  }

  /** The engine turns its own faults into a refusal; here they are what is looked for. */
  private static void refused(@Nullable Refusal refusal) throws Exception {
    if (refusal != null && refusal.code().equals("unreadable-file")) {
      throw new IllegalStateException("the engine failed", fault);
    }
  }

  private static void said(String kind, String code) {
    must(FRENCH.has(kind + code), "no sentence for " + kind + code);
  }

  private static void must(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void empty(Path folder) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.walk(folder)) {
      left = files.filter(path -> !path.equals(folder)).sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path path : left) {
      Files.delete(path);
    }
  }
}
