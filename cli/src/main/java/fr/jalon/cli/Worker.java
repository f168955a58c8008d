package fr.jalon.cli;

import fr.jalon.engine.Engine;
import fr.jalon.engine.Json;
import fr.jalon.engine.Progress;
import fr.jalon.engine.Unsaid;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.format.Source;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A child process of the portal in which untrusted files are parsed: reads {@link WorkerRequest}
 * lines, answers {@link WorkerReply} lines, ends when its input ends.
 *
 * <p>Standard output belongs to the protocol, so whatever a library prints goes to standard error.
 * An {@code Error} is fatal on purpose: the portal sees a dead worker, refuses that one file and
 * starts another.
 */
public final class Worker {
  private static final long PROGRESS_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

  private Worker() {}

  public static void main(String[] arguments) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    endWithThePortal();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Json.writeLine(out, answer(Json.read(line, WorkerRequest.class), out));
      }
    }
  }

  /** The end of the input is only seen between two jobs, and a hostile file may last for ever. */
  private static void endWithThePortal() {
    ProcessHandle.current()
        .parent()
        .ifPresent(portal -> portal.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
  }

  private static WorkerReply answer(WorkerRequest request, OutputStream out) {
    Source source =
        new Source(
            Path.of(request.path()), request.name(), request.size(), Path.of(request.work()));
    Progress progress = throttled(out);
    try {
      return switch (request.verb()) {
        case INSPECT ->
            WorkerReply.done(
                Engine.inspect(source, request.options(), ParisTime.CLOCK, progress), null);
        case INSPECT_ROWS ->
            WorkerReply.done(
                Engine.inspect(
                    source,
                    request.options(),
                    source.work().resolve(SeenRows.FILE),
                    ParisTime.CLOCK,
                    progress),
                null);
        case REPAIR ->
            WorkerReply.done(
                null,
                Engine.repair(
                    source,
                    request.options(),
                    request.accepted(),
                    request.onto(),
                    ParisTime.CLOCK,
                    progress));
        case DOWNLOAD ->
            WorkerReply.done(
                null,
                Engine.download(source, Objects.requireNonNull(request.download()), progress));
        case PING -> WorkerReply.done(null, null);
        case WARM -> {
          WarmUp.run(source.work());
          yield WorkerReply.done(null, null);
        }
      };
    } catch (IOException fault) {
      // of the machine: it names a disk or a folder of ours, and no file from outside is quoted
      fault.printStackTrace();
      return WorkerReply.failed(fault.toString());
    } catch (RuntimeException fault) {
      Unsaid unsaid = Unsaid.of(fault);
      unsaid.printStackTrace();
      return WorkerReply.failed(unsaid.toString());
    }
  }

  private static Progress throttled(OutputStream out) {
    return new Progress() {
      private long last = System.nanoTime();

      @Override
      public synchronized void at(String stage, double share) {
        long now = System.nanoTime();
        if (now - last >= PROGRESS_EVERY) {
          last = now;
          try {
            Json.writeLine(out, WorkerReply.progress(stage, share));
          } catch (IOException portalGone) {
            // Nobody listens any more: this process has no reason to go on.
            Runtime.getRuntime().halt(1);
          }
        }
      }
    };
  }
}
