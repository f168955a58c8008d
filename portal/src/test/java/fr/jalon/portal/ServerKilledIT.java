package fr.jalon.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.database.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole portal in a process of its own, killed without warning and started again. */
class ServerKilledIT {
  private static final Pattern INVITATION = Pattern.compile("(/invitation/[A-Za-z0-9_-]+)");

  @TempDir Path folder;
  private Optional<Process> server = Optional.empty();

  @AfterEach
  void stop() throws InterruptedException {
    if (server.isPresent()) {
      server.get().destroy();
      server.get().waitFor();
    }
  }

  @Test
  void isReadyAgainByItselfAndKeepsPeopleSignedIn() throws Exception {
    TestDatabase.enterable(folder);
    int port = freePort();
    start(port);
    TestVisitor visitor = new TestVisitor("http://localhost:" + port);
    String invitation = invitation();
    visitor.get(invitation);
    visitor.post(invitation, Map.of("name", "Ana", "password", "le tilleul de la place"));
    assertThat(visitor.get("/comptes").statusCode()).isEqualTo(200);
    List<Long> workers = workers();

    server.orElseThrow().destroyForcibly().waitFor();
    long killed = System.nanoTime();
    start(port);
    Duration away = Duration.ofNanos(System.nanoTime() - killed);

    assertThat(visitor.get("/comptes").statusCode()).isEqualTo(200);
    assertThat(log()).contains("Took over the PostgreSQL already running");
    assertThat(workers).as("workers of the killed server").noneMatch(ServerKilledIT::isAlive);
    // Fifteen seconds on a machine that does nothing else; tests share theirs.
    assertThat(away).isLessThan(Duration.ofSeconds(60));
    System.out.println("The portal was away for " + away.toMillis() + " ms");
  }

  private void start(int port) throws Exception {
    Process process =
        new ProcessBuilder(
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
                "--jalon.account.first-administrator=chef@example.fr")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    server = Optional.of(process);
    TestVisitor visitor = new TestVisitor("http://localhost:" + port);
    while (process.isAlive()) {
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

  private String invitation() throws Exception {
    for (int i = 0; i < 100; i++) {
      Matcher found = INVITATION.matcher(log());
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No invitation in the log: " + log());
  }

  private List<Long> workers() {
    return server.orElseThrow().descendants().map(ProcessHandle::pid).toList();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid)
        .filter(process -> process.info().commandLine().orElse("").contains("fr.jalon.cli.Worker"))
        .isPresent();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
