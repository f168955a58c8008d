package fr.jalon.portal;

import fr.jalon.portal.database.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole portal in a process of its own, with its embedded database, that a test may kill. */
final class ServerProcess implements Closeable {
  private static final Pattern INVITATION = Pattern.compile("(/invitation/[A-Za-z0-9_-]+)");

  private final Path folder;
  private final List<String> settings;
  private final int port = freePort();
  private Optional<Process> process = Optional.empty();

  /**
   * @param folder empty, or left by another
   * @param settings as on the command line: "--jalon.url=…"
   */
  ServerProcess(Path folder, String... settings) throws IOException {
    this.folder = TestDatabase.enterable(folder);
    this.settings = List.of(settings);
  }

  TestVisitor visitor() {
    return new TestVisitor("http://localhost:" + port);
  }

  /** Comes back once it is ready. */
  void start() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                JalonApplication.class.getName(),
                "--server.port=" + port,
                "--jalon.data=" + folder,
                "--jalon.database.binaries=" + Path.of("target", "postgres").toAbsolutePath(),
                "--jalon.account.password-cost=4",
                "--jalon.worker.warm=false",
                "--jalon.account.first-administrator=chef@example.fr"));
    command.addAll(settings);
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    process = Optional.of(started);
    TestVisitor visitor = visitor();
    while (started.isAlive()) {
      try {
        if (visitor.get("/sante/prete").statusCode() == 200) {
          return;
        }
      } catch (AssertionError notYet) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("The portal did not start: " + log());
  }

  /** Without warning, as the system does when memory lacks. */
  void kill() throws InterruptedException {
    process.orElseThrow().destroyForcibly().waitFor();
  }

  /** The first administrator's, as the log tells it. */
  String invitation() throws Exception {
    for (int i = 0; i < 100; i++) {
      Matcher found = INVITATION.matcher(log());
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No invitation in the log: " + log());
  }

  List<Long> workers() {
    return process.orElseThrow().descendants().map(ProcessHandle::pid).toList();
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** Its database, which lives on when it is killed. */
  JdbcClient jdbc() throws IOException {
    Path home = folder.resolve("postgres");
    String databasePort = Files.readAllLines(home.resolve("cluster/postmaster.pid")).get(3).strip();
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:" + databasePort + "/jalon",
            "jalon",
            Files.readString(home.resolve("jalon.password")).strip()));
  }

  @Override
  public void close() {
    process.ifPresent(
        running -> {
          running.destroy();
          running.onExit().join();
        });
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
