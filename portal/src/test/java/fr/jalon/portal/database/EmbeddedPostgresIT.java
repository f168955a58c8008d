package fr.jalon.portal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  private static final Path PROGRAMS = Path.of("target", "postgres").toAbsolutePath();

  @TempDir static Path template;
  @TempDir Path folder;

  /** Making a cluster is the slow part: it is made once and copied. */
  @BeforeAll
  static void makeOnce() throws IOException {
    start(TestDatabase.enterable(template)).close();
  }

  @BeforeEach
  void copyIt() throws IOException {
    TestDatabase.enterable(folder);
    try (var files = Files.walk(template)) {
      for (Path file : files.skip(1).toList()) {
        Path copy = folder.resolve(template.relativize(file));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void writesToTheDiskAndSignsInWithAPasswordAsAnOrdinaryRole() throws Exception {
    try (var server = start();
        Connection connection = connect(server)) {
      assertThat(query(connection, "show fsync")).isEqualTo("on");
      assertThat(query(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(connection, "select rolsuper from pg_roles where rolname = current_user"))
          .isEqualTo("f");
      assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "jalon", "wrong"))
          .hasMessageContaining("password");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password())))
        .isEqualTo("rw-------");
  }

  @Test
  void keepsItsRowsFromOneStartToTheNext() throws Exception {
    try (var server = start()) {
      write(server, 1);
    }
    try (var server = start()) {
      assertThat(rows(server)).isEqualTo("1");
    }
    assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void takesOverTheServerLeftByAPortalKilledSuddenly() throws Exception {
    Process portal = startElsewhere();
    long pid = PostmasterFile.read(folder.resolve("cluster")).orElseThrow().pid();
    portal.destroyForcibly().waitFor();
    try (var server = start()) {
      write(server, 1);
      assertThat(PostmasterFile.read(folder.resolve("cluster")).orElseThrow().pid()).isEqualTo(pid);
    }
  }

  @Test
  void recoversWhenServerAndPortalAreKilledTogether() throws Exception {
    Process portal = startElsewhere();
    PostmasterFile note = PostmasterFile.read(folder.resolve("cluster")).orElseThrow();
    String url = "jdbc:postgresql://127.0.0.1:" + note.port() + "/jalon";
    try (var connection = DriverManager.getConnection(url, "jalon", Files.readString(password()))) {
      write(connection, 7);
      portal.destroyForcibly().waitFor();
      ProcessHandle.of(note.pid()).orElseThrow().destroyForcibly();
    }
    try (var server = start()) {
      assertThat(rows(server)).isEqualTo("7");
    }
  }

  @Test
  void startsTheServerAgainWhenItDies() throws Exception {
    try (var server = start()) {
      write(server, 2);
      server.watch();
      long pid = PostmasterFile.read(folder.resolve("cluster")).orElseThrow().pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      String rows = "";
      for (int i = 0; i < 150 && rows.isEmpty(); i++) {
        Thread.sleep(200);
        try {
          rows = rows(server);
        } catch (SQLException notYet) {
          rows = "";
        }
      }
      assertThat(rows).isEqualTo("2");
      assertThat(PostmasterFile.read(folder.resolve("cluster")).orElseThrow().pid())
          .isNotEqualTo(pid);
    }
  }

  @Test
  void isNotFooledByTheNoteOfAnotherProcess() throws Exception {
    Path cluster = folder.resolve("cluster");
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n");
    try (var server = start()) {
      write(server, 1);
    }
  }

  @Test
  void refusesASecondPortalOnItsFolder() throws Exception {
    try (var server = start()) {
      assertThat(server.url()).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThatThrownBy(this::start)
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("Another Jalon is already running");
    }
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws Exception {
    Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("written by PostgreSQL 17")
        .hasMessageContaining("brings PostgreSQL 18");
  }

  @Test
  void runsAsNobodyWhereNamespacesAreRefused() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path other = Files.createDirectory(folder.resolve("other"));
    try (var server =
        EmbeddedPostgres.start(
            other, PostgresBinaries.unpackedIn(PROGRAMS), ServerAccount.nobody())) {
      write(server, 3);
      assertThat(rows(server)).isEqualTo("3");
    }
  }

  @Test
  void saysThatNobodyMayEnterRootsOwnFolders() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(
            () ->
                EmbeddedPostgres.start(
                    closed.resolve("postgres"),
                    PostgresBinaries.unpackedIn(PROGRAMS),
                    ServerAccount.nobody()))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("cannot get to " + closed.resolve("postgres"));
  }

  private EmbeddedPostgres start() throws IOException {
    return start(folder);
  }

  private static EmbeddedPostgres start(Path folder) throws IOException {
    return EmbeddedPostgres.start(
        folder, PostgresBinaries.unpackedIn(PROGRAMS), ServerAccount.find());
  }

  private Process startElsewhere() throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx128m",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    EmbeddedPostgresProcess.class.getName(),
                    folder.toString(),
                    PROGRAMS.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    for (String line : (Iterable<String>) process.inputReader().lines()::iterator) {
      if (line.equals("READY")) {
        return process;
      }
    }
    throw new IllegalStateException("The other process ended before its server was ready");
  }

  private Path password() {
    return folder.resolve("jalon.password");
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.url(), "jalon", server.password());
  }

  private static void write(EmbeddedPostgres server, int rows) throws SQLException {
    try (Connection connection = connect(server)) {
      write(connection, rows);
    }
  }

  private static void write(Connection connection, int rows) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create table kept as select generate_series(1, " + rows + ")");
    }
  }

  private static String rows(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = connect(server)) {
      return query(connection, "select count(*) from kept");
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
