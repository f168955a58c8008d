package fr.jalon.corpus;

import fr.jalon.cli.Worker;
import fr.jalon.cli.WorkerReply;
import fr.jalon.cli.WorkerRequest;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A worker as the portal has them, with little memory: what a file cannot do to it is proved. */
final class BoundedWorker implements AutoCloseable {
  private final Path folder;
  private final ExecutorService reading = Executors.newSingleThreadExecutor();
  private @Nullable Process process;
  private @Nullable BufferedReader answers;

  BoundedWorker(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws AssertionError when the worker dies, is late, or says that it failed
   */
  Inspection inspect(Path file, Duration most) throws IOException {
    Process living = process == null || !process.isAlive() ? start() : process;
    Path work = Files.createTempDirectory(folder, "work");
    WorkerRequest request =
        new WorkerRequest(
            WorkerRequest.Verb.INSPECT,
            file.toAbsolutePath().toString(),
            String.valueOf(file.getFileName()),
            Files.size(file),
            work.toString(),
            InspectOptions.NONE,
            List.of());
    Json.writeLine(living.getOutputStream(), request);
    try {
      WorkerReply reply = reading.submit(this::answer).get(most.toMillis(), TimeUnit.MILLISECONDS);
      if (reply.inspection() == null) {
        throw new AssertionError(file + ": " + reply.message());
      }
      return reply.inspection();
    } catch (TimeoutException late) {
      living.destroyForcibly();
      throw new AssertionError(file + " takes more than " + most, late);
    } catch (ExecutionException died) {
      throw new AssertionError(file + " ends the worker", died);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private WorkerReply answer() throws IOException {
    while (true) {
      String line = Objects.requireNonNull(answers).readLine();
      if (line == null) {
        throw new IOException("no answer");
      }
      WorkerReply reply = Json.read(line, WorkerReply.class);
      if (reply.kind() != WorkerReply.Kind.PROGRESS) {
        return reply;
      }
    }
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process started =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Worker.class.getName())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    process = started;
    answers =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    return started;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
    reading.shutdownNow();
  }
}
