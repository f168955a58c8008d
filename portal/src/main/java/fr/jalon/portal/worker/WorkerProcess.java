package fr.jalon.portal.worker;

import fr.jalon.cli.WorkerReply;
import fr.jalon.cli.WorkerRequest;
import fr.jalon.engine.Json;
import fr.jalon.engine.Progress;
import fr.jalon.portal.storage.Storage;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** One child process, asked one thing at a time by one thread at a time. */
final class WorkerProcess {
  /** Exit code of Java under {@code -XX:+ExitOnOutOfMemoryError} (HotSpot, {@code debug.cpp}). */
  private static final int OUT_OF_MEMORY = 3;

  /** Exit codes of what a signal ended that we did not send: 128 and KILL (9) or TERM (15). */
  private static final Set<Integer> KILLED = Set.of(128 + 9, 128 + 15);

  /**
   * Of its time, the least share of a processor that a worker must have had for a late file to be
   * the late one: readers compute, they wait for nobody.
   */
  private static final double LEAST_SHARE = 0.05;

  private static final int LONGEST_REPLY = 64 << 20;
  private static final int LOGGED_LINES_PER_JOB = 40;
  private static final int LOGGED_LINE_LENGTH = 400;

  /** A disk that takes a gigabyte a second takes 100 MB more than it should. */
  private static final Duration WATCHED_EVERY = Duration.ofMillis(100);

  private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);

  private final Process process;
  private final Path folder;
  private final long memory;
  private final long room;
  private final ScheduledExecutorService watch;
  private final InputStream replies;
  private final AtomicInteger linesToLog = new AtomicInteger(LOGGED_LINES_PER_JOB);
  private int jobs;

  private WorkerProcess(
      Process process, Path folder, WorkerCommand command, ScheduledExecutorService watch) {
    this.process = process;
    this.folder = folder;
    this.memory = command.memory();
    this.room = command.room();
    this.watch = watch;
    this.replies = new BufferedInputStream(process.getInputStream(), 1 << 16);
  }

  static WorkerProcess start(WorkerCommand command, Path folder, ScheduledExecutorService watch)
      throws IOException {
    var worker = new WorkerProcess(command.start(folder), folder, command, watch);
    var reader = new Thread(worker::logErrors, "worker-" + worker.process.pid() + "-errors");
    reader.setDaemon(true);
    reader.start();
    return worker;
  }

  /** Its own folder, to be removed once it is gone. */
  Path folder() {
    return folder;
  }

  long pid() {
    return process.pid();
  }

  /** How many things it was asked. */
  int jobs() {
    return jobs;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Stops it now, whatever it does, and waits for its end. */
  void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(5));
  }

  private void awaitEnd(Duration patience) {
    try {
      process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asks, passes on its progress, and gives its last word.
   *
   * @param most bytes of the disk it may take
   * @throws WorkerLost when it died, took too long or too much memory; it is dead then
   */
  WorkerReply ask(WorkerRequest request, Duration deadline, long most, Progress progress)
      throws WorkerLost {
    jobs++;
    linesToLog.set(LOGGED_LINES_PER_JOB);
    var stopped = new AtomicReference<WorkerLost.@Nullable Reason>();
    boolean works = request.verb() != WorkerRequest.Verb.PING;
    var limits =
        new Limits(
            System.nanoTime() + deadline.toNanos(),
            works ? room : 0,
            List.of(folder, Path.of(request.work())),
            most,
            computed().plusMillis((long) (deadline.toMillis() * LEAST_SHARE)));
    ScheduledFuture<?> watching =
        watch.scheduleAtFixedRate(
            () -> stopWhenTooMuch(limits, stopped),
            WATCHED_EVERY.toMillis(),
            WATCHED_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      Json.writeLine(process.getOutputStream(), request);
      while (true) {
        WorkerReply reply = Json.read(readLine(), WorkerReply.class);
        if (reply.kind() != WorkerReply.Kind.PROGRESS) {
          return reply;
        }
        progress.at(reply.stage() == null ? "read" : reply.stage(), reply.share());
      }
    } catch (IOException | JacksonException broken) {
      // One that is ending says why by its exit code, if it is left the time to.
      awaitEnd(Duration.ofMillis(500));
      boolean killed = process.isAlive();
      kill();
      throw lost(stopped.get(), killed, broken);
    } finally {
      watching.cancel(false);
    }
  }

  private WorkerLost lost(WorkerLost.@Nullable Reason stopped, boolean killed, Exception broken) {
    WorkerLost.Reason reason = stopped;
    if (reason == null) {
      int code = process.isAlive() ? 0 : process.exitValue();
      reason =
          code == OUT_OF_MEMORY
              ? WorkerLost.Reason.TOO_LARGE
              : KILLED.contains(code) && !killed
                  ? WorkerLost.Reason.KILLED
                  : WorkerLost.Reason.DIED;
    }
    String exit = process.isAlive() ? "alive" : "exit code " + process.exitValue();
    return new WorkerLost(reason, "worker " + pid() + ", " + exit + ": " + broken.getMessage());
  }

  /**
   * @param end when its time is over
   * @param room that is to be left on the disk
   * @param folders it writes to
   * @param most bytes it may have there
   * @param computed what it must have computed by then for the file to be the late one
   */
  private record Limits(long end, long room, List<Path> folders, long most, Duration computed) {}

  private void stopWhenTooMuch(
      Limits limits, AtomicReference<WorkerLost.@Nullable Reason> stopped) {
    WorkerLost.Reason reason = tooMuch(limits);
    if (reason != null) {
      stopped.compareAndSet(null, reason);
      process.destroyForcibly();
    }
  }

  private WorkerLost.@Nullable Reason tooMuch(Limits limits) {
    if (System.nanoTime() > limits.end()) {
      return computed().compareTo(limits.computed()) < 0
          ? WorkerLost.Reason.STARVED
          : WorkerLost.Reason.TOO_SLOW;
    }
    if (residentMemory() > memory) {
      return WorkerLost.Reason.TOO_LARGE;
    }
    if (DiskUse.of(pid(), limits.folders()) > limits.most()) {
      return WorkerLost.Reason.TOO_MUCH_DISK;
    }
    return roomLeft() < limits.room() ? WorkerLost.Reason.NO_ROOM : null;
  }

  /** Time of the processor it had since it began; none when the system does not say. */
  private Duration computed() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** True when the disk has less room than the database needs. */
  boolean lacksRoom() {
    return roomLeft() < room;
  }

  /** 0 when the system does not say. */
  private long residentMemory() {
    try {
      // Second number of statm: resident pages, of 4 kB on the machines we have.
      String[] numbers =
          Files.readString(Path.of("/proc", Long.toString(pid()), "statm")).split(" ");
      return Long.parseLong(numbers[1]) * 4096;
    } catch (IOException | RuntimeException unknown) {
      return 0;
    }
  }

  /** On the disk where it puts what it unpacks, sets down and writes. */
  private long roomLeft() {
    return Storage.freeSpace(folder);
  }

  private String readLine() throws IOException {
    var line = new ByteArrayOutputStream(1 << 12);
    for (int next = replies.read(); next != '\n'; next = replies.read()) {
      if (next < 0) {
        throw new IOException("its output ended");
      }
      if (line.size() == LONGEST_REPLY) {
        throw new IOException("its reply is longer than " + LONGEST_REPLY + " bytes");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private void logErrors() {
    try (BufferedReader errors =
        new BufferedReader(process.errorReader(StandardCharsets.UTF_8), 1 << 13)) {
      char[] buffer = new char[1 << 13];
      for (int read = errors.read(buffer); read >= 0; read = errors.read(buffer)) {
        for (String line : new String(buffer, 0, read).split("\\R")) {
          if (!line.isBlank() && linesToLog.getAndDecrement() > 0) {
            log.warn("worker {}: {}", pid(), printable(line));
          }
        }
      }
    } catch (IOException ended) {
      log.debug("worker {} closed its error output", pid(), ended);
    }
  }

  /** What a file makes a library say must not draw on the operator's terminal. */
  private static String printable(String line) {
    String cut =
        line.length() > LOGGED_LINE_LENGTH ? line.substring(0, LOGGED_LINE_LENGTH) + "…" : line;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
