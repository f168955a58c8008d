package fr.jalon.portal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all the tests of a process, and as many empty databases in it as they ask for. */
public final class TestDatabase {
  private static final AtomicInteger MADE = new AtomicInteger();

  private TestDatabase() {}

  /** The address of a new empty database. */
  public static String create() {
    String name = "test_" + MADE.incrementAndGet();
    try {
      Server.INSTANCE.createDatabase(name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return Server.INSTANCE.urlOf(name);
  }

  public static String user() {
    return EmbeddedPostgres.NAME;
  }

  public static String password() {
    return Server.INSTANCE.password();
  }

  /** Started by the first test that needs it. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        Path folder = enterable(Files.createTempDirectory("jalon-test-postgres-"));
        EmbeddedPostgres server =
            EmbeddedPostgres.start(
                folder,
                PostgresBinaries.unpackedIn(Path.of("target", "postgres").toAbsolutePath()),
                ServerAccount.find());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        return server;
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }

    private static void stop(EmbeddedPostgres server, Path folder) {
      try {
        server.close();
        org.springframework.util.FileSystemUtils.deleteRecursively(folder);
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  /** Where root may not make user namespaces, PostgreSQL runs as somebody else: let them in. */
  public static Path enterable(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
