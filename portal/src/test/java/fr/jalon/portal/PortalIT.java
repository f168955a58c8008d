package fr.jalon.portal;

import fr.jalon.portal.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the whole portal on a real PostgreSQL: extend it, inject what you need, and talk to it
 * through {@link #visitor()}.
 *
 * <p>The portal is started once for all the classes that ask for the same settings; each class
 * begins with empty tables (but the local authorities, which every portal has).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(EmptyTables.class)
public abstract class PortalIT {
  /** Requests a second: tests come from one network, and would wait for each other's. */
  private static final int UNHURRIED = 100_000;

  /** The least bcrypt knows: tests sign in thousands of times. */
  private static final int CHEAPEST = 4;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    Path data = Files.createTempDirectory("jalon-test-data-");
    String url = TestDatabase.create();
    registry.add("jalon.data", data::toString);
    registry.add("jalon.database.url", () -> url);
    registry.add("jalon.database.user", TestDatabase::user);
    registry.add("jalon.database.password", TestDatabase::password);
    registry.add("jalon.account.password-cost", () -> CHEAPEST);
    // a table read five times by each of two processes, for every portal that a test starts
    registry.add("jalon.worker.warm", () -> false);
    registry.add("jalon.catalog.api.rate", () -> UNHURRIED);
    registry.add("jalon.catalog.api.burst", () -> UNHURRIED);
  }

  /** A browser's worth of HTTP, not signed in. */
  protected final TestVisitor visitor() {
    return new TestVisitor("http://localhost:" + port);
  }

  protected final int port() {
    return port;
  }
}
