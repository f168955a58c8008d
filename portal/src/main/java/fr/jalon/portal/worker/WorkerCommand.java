package fr.jalon.portal.worker;

import fr.jalon.cli.Worker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts a worker: the same Java as ours, with little memory, nothing of our
 * environment, and no network where the system lets us take it away.
 *
 * @param memory in bytes, of the whole process, beyond which it is stopped: libraries written in C
 *     use memory that the limits of Java do not count
 * @param room in bytes, left on the disk it writes to, below which it is stopped: the database may
 *     live on the same
 */
record WorkerCommand(List<String> words, long memory, long room) {
  /** Beside the heap: classes, compiled code, threads, buffers, and what native libraries take. */
  private static final long BESIDE_HEAP = 640L << 20;

  private static final long LEAST_ROOM = 256L << 20;

  WorkerCommand {
    words = List.copyOf(words);
  }

  static WorkerCommand of(WorkerSettings settings) {
    return of(settings, Worker.class.getName());
  }

  static WorkerCommand of(WorkerSettings settings, String mainClass) {
    long heap = settings.heap().toBytes();
    List<String> words = new ArrayList<>(withoutNetwork());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xms32m");
    words.add("-Xmx" + heap);
    words.add("-XX:+UseSerialGC");
    words.add("-XX:+ExitOnOutOfMemoryError");
    words.add("-XX:MaxMetaspaceSize=160m");
    words.add("-XX:ReservedCodeCacheSize=64m");
    words.add("-XX:MaxDirectMemorySize=128m");
    words.add("-Dfile.encoding=UTF-8");
    words.add("-Duser.language=fr");
    words.add("-Duser.country=FR");
    words.add("-Duser.timezone=UTC");
    words.add("-Djava.awt.headless=true");
    if (Runtime.version().feature() >= 22) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= 23) {
      // the Zstandard compressor of the Parquet writer
      words.add("--sun-misc-unsafe-memory-access=allow");
    }
    words.add("-cp");
    words.add(settings.classpath().isBlank() ? ourClasspath() : settings.classpath());
    words.add(mainClass);
    return new WorkerCommand(words, heap + BESIDE_HEAP, LEAST_ROOM);
  }

  /** Starts it in a folder of its own, which is also its home and its place for temporary files. */
  Process start(Path folder) throws IOException {
    List<String> whole = new ArrayList<>(words);
    int java = whole.indexOf("-Xms32m");
    whole.add(java, "-Djava.io.tmpdir=" + folder);
    whole.add(java, "-Duser.home=" + folder);
    var builder = new ProcessBuilder(whole).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static String ourClasspath() {
    // Surefire starts its tests from one jar that only names the others.
    String paths =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    List<String> absolute = new ArrayList<>();
    for (String path : paths.split(File.pathSeparator)) {
      absolute.add(new File(path).getAbsolutePath());
    }
    return String.join(File.pathSeparator, absolute);
  }

  private static List<String> withoutNetwork() {
    List<String> command = List.of("unshare", "--map-current-user", "--net");
    List<String> trial = new ArrayList<>(command);
    trial.add("true");
    try {
      Process process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0 ? command : List.of();
    } catch (IOException notInstalled) {
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
