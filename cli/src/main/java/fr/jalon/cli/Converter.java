package fr.jalon.cli;

import fr.jalon.engine.Conversion;
import fr.jalon.engine.Engine;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes tables as plain CSV, several files side by side, each told about in its turn.
 *
 * <p>A result is written aside and takes its name once whole. An empty file gives an empty result:
 * it was read, there was nothing in it.
 */
final class Converter {
  static final String STANDARD_OUT = "-";

  /** The largest workbook taken is read within it. */
  private static final long MEMORY_OF_ONE = 256L << 20;

  private static final String EMPTY = "empty-file";
  private static final AtomicLong PARTS = new AtomicLong();

  private final Sentences sentences = Sentences.in(Locale.getDefault());
  private final ReadOptions options;
  private final ProgressBar progress;
  private final PrintStream out;
  private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();

  Converter(ReadOptions options, ProgressBar progress, PrintStream out) {
    this.options = options;
    this.progress = progress;
    this.out = out;
  }

  /** What came of one file: whether its result is written, and what there is to say. */
  private record Outcome(boolean written, String said) {}

  /** Gives the number of files without a result. */
  int run(List<ConvertPlan.Job> jobs) throws IOException {
    Thread sweeper = new Thread(() -> unfinished.forEach(Converter::delete));
    Runtime.getRuntime().addShutdownHook(sweeper);
    ExecutorService pool = Executors.newFixedThreadPool(threads());
    try {
      List<Future<Outcome>> results = new ArrayList<>();
      jobs.forEach(job -> results.add(pool.submit(() -> convert(job))));
      int failed = 0;
      List<ConvertPlan.Job> again = new ArrayList<>();
      for (int i = 0; i < results.size(); i++) {
        try {
          failed += told(results.get(i).get());
        } catch (ExecutionException e) {
          outOfMemory(e);
          again.add(jobs.get(i));
        }
      }
      for (ConvertPlan.Job job : again) {
        failed += told(alone(job));
      }
      return failed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      pool.shutdownNow();
      Runtime.getRuntime().removeShutdownHook(sweeper);
    }
  }

  private static int threads() {
    long fitting = Runtime.getRuntime().maxMemory() / MEMORY_OF_ONE;
    return (int) Math.max(1, Math.min(fitting, Runtime.getRuntime().availableProcessors()));
  }

  private int told(Outcome outcome) {
    if (!outcome.said().isEmpty()) {
      progress.say(outcome.said());
    }
    return outcome.written() ? 0 : 1;
  }

  /** Files read at the same time share the memory, so one that lacked some has a second chance. */
  private static void outOfMemory(ExecutionException e) throws IOException {
    if (!(e.getCause() instanceof OutOfMemoryError)) {
      throw new IOException(e.getCause());
    }
  }

  private Outcome alone(ConvertPlan.Job job) {
    try {
      return convert(job);
    } catch (OutOfMemoryError tooLarge) {
      return new Outcome(false, say(job, sentences.of(Refusal.of("too-large"))));
    }
  }

  private Outcome convert(ConvertPlan.Job job) {
    String name = job.input().toString();
    progress.started(name);
    try (Workspace workspace = Workspace.create()) {
      return convert(job, workspace);
    } catch (IOException | RuntimeException e) {
      // A fault of ours with one file costs the others nothing.
      String reason = Report.printable(e.getClass().getSimpleName() + " " + e.getMessage());
      return new Outcome(
          false,
          sentences.say(
              "cli.not-converted", Map.of("file", Report.printable(name), "reason", reason)));
    } finally {
      progress.done(name, job.size());
    }
  }

  private Outcome convert(ConvertPlan.Job job, Workspace workspace) throws IOException {
    boolean aside = isFile(job.output());
    Path part = aside ? besides(job.output()) : workspace.folder().resolve("result.csv");
    unfinished.add(part);
    try {
      Conversion conversion;
      try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        conversion =
            Engine.convert(
                workspace.source(job.input()),
                options,
                file,
                (stage, share) -> progress.at(job.input().toString(), share));
      }
      Refusal refusal = conversion.refusal();
      boolean empty = refusal != null && refusal.code().equals(EMPTY);
      if (refusal != null && !empty) {
        return new Outcome(false, say(job, sentences.of(refusal)));
      }
      deliver(part, job.output(), aside);
      return new Outcome(true, empty ? say(job, sentences.say("cli.empty", Map.of())) : "");
    } finally {
      Files.deleteIfExists(part);
      unfinished.remove(part);
    }
  }

  /** A device or a pipe is written to as it stands; a file is replaced. */
  private static boolean isFile(Path output) {
    return !output.toString().equals(STANDARD_OUT)
        && (!Files.exists(output) || Files.isRegularFile(output));
  }

  private static Path besides(Path output) throws IOException {
    Path folder = output.toAbsolutePath().getParent();
    Path parent = folder == null ? output.toAbsolutePath() : folder;
    Files.createDirectories(parent);
    String name = ".jalon-" + ProcessHandle.current().pid() + "-" + PARTS.incrementAndGet();
    return parent.resolve(name + ".part");
  }

  private void deliver(Path part, Path output, boolean aside) throws IOException {
    if (aside) {
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    } else if (output.toString().equals(STANDARD_OUT)) {
      Files.copy(part, out);
      out.flush();
    } else {
      try (OutputStream device = Files.newOutputStream(output, StandardOpenOption.WRITE)) {
        Files.copy(part, device);
      }
    }
  }

  private static String say(ConvertPlan.Job job, String sentence) {
    return Report.printable(job.input().toString()) + ": " + sentence;
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException leftBehind) {
      // The process is ending: nobody can be told, and the name says what the file is.
    }
  }
}
