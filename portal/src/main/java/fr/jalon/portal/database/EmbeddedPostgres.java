package fr.jalon.portal.database;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own, in a folder of ours: it survives the portal's sudden death, and
 * the next portal takes it over or starts it again.
 *
 * <p>It listens on the loopback address only, asks for a password made at random and kept in files
 * only their owner can read, and writes to the disk what it says is written. The portal signs in as
 * a role that owns its database and nothing else.
 */
final class EmbeddedPostgres implements AutoCloseable {
  /** The portal's role and its database. */
  static final String NAME = "jalon";

  private static final String LOCK = "portal.lock";
  private static final String SUPERUSER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final Path cluster;
  private final Path logs;
  private final PostgresBinaries binaries;
  private final ServerAccount account;
  private final FileChannel lock;
  private final String superuserPassword;
  private final String password;
  private final ScheduledExecutorService watching =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "postgres-watch");
            thread.setDaemon(true);
            return thread;
          });
  private int port;

  private EmbeddedPostgres(
      Path home, PostgresBinaries binaries, ServerAccount account, FileChannel lock)
      throws IOException {
    this.cluster = home.resolve("cluster");
    this.logs = home.resolve("logs");
    this.binaries = binaries;
    this.account = account;
    this.lock = lock;
    this.superuserPassword = secret(home.resolve("superuser.password"));
    this.password = secret(home.resolve(NAME + ".password"));
  }

  /**
   * Starts the server of the folder, making it first if it is not there, or takes over the one that
   * already runs on it.
   */
  static EmbeddedPostgres start(Path folder, PostgresBinaries binaries, ServerAccount account)
      throws IOException {
    Path home = folder.toAbsolutePath().normalize();
    Files.createDirectories(home);
    account.requireReach(home);
    account.requireReach(binaries.program("postgres"));
    FileChannel lock = lock(home);
    try {
      var server = new EmbeddedPostgres(home, binaries, account, lock);
      server.start();
      return server;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    } catch (SQLException failed) {
      lock.close();
      throw new IOException("The embedded PostgreSQL does not take orders", failed);
    }
  }

  /** True while a portal runs on the folder. */
  static boolean isInUse(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return heldLock(channel) == null;
    }
  }

  String url() {
    return urlOf(NAME);
  }

  String urlOf(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  /** Makes another empty database, owned by the portal's role. */
  void createDatabase(String name) throws SQLException {
    try (Connection connection = superuser();
        var statement = connection.createStatement()) {
      statement.execute("create database \"" + name + "\" owner \"" + NAME + "\"");
    }
  }

  /**
   * Starts the server again, at the same address, whenever it is found dead: the system may have
   * killed it to get memory back.
   */
  void watch() {
    watching.scheduleWithFixedDelay(this::startAgainWhenDead, 2, 2, TimeUnit.SECONDS);
  }

  private void startAgainWhenDead() {
    try {
      Optional<PostmasterFile> note = PostmasterFile.read(cluster);
      if (note.isPresent() && note.get().isAliveOn(cluster)) {
        return;
      }
      log.error("PostgreSQL is dead: starting it again");
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
      launch(port);
    } catch (IOException | RuntimeException failed) {
      log.error("PostgreSQL does not start again; one more try in a moment", failed);
    }
  }

  /** Stops the server; whoever still uses it is cut off, so the pool is to be closed before. */
  @Override
  public void close() throws IOException {
    try {
      watching.shutdown();
      if (!watching.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        log.warn("PostgreSQL is still being started again");
      }
      stopServer();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while stopping PostgreSQL", interrupted);
    } finally {
      lock.close();
    }
  }

  private void start() throws IOException, SQLException {
    // A program killed while the cluster was being made leaves it aside, never in its place.
    FileSystemUtils.deleteRecursively(aside());
    if (!Files.exists(cluster)) {
      create();
    }
    requireSameMajor();
    if (takeOver()) {
      log.info("Took over the PostgreSQL already running on {} (port {})", cluster, port);
    } else {
      launch(0);
    }
    prepareDatabase();
  }

  private void create() throws IOException {
    Path secret =
        Files.createTempFile("jalon-", ".password", asFileAttribute(fromString("rw-------")));
    try {
      Files.writeString(secret, superuserPassword);
      account.own(secret);
      Files.createDirectory(aside(), asFileAttribute(fromString("rwx------")));
      account.own(aside());
      account.run(
          List.of(
              binaries.program("initdb").toString(),
              "--pgdata=" + aside(),
              "--username=" + SUPERUSER,
              "--auth=scram-sha-256",
              "--pwfile=" + secret,
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--locale=C.UTF-8"),
          logs);
      Files.move(aside(), cluster, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private Path aside() {
    return cluster.resolveSibling("cluster.unfinished");
  }

  private void requireSameMajor() throws IOException {
    String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!major.equals(PostgresBinaries.MAJOR)) {
      throw new DatabaseRefused(
          "The data in %s was written by PostgreSQL %s, and this Jalon brings PostgreSQL %s."
              .formatted(cluster, major, PostgresBinaries.MAJOR),
          "Start it with the version of Jalon that wrote it, or load its data into a PostgreSQL"
              + " server of your own and give its address in jalon.database.url.");
    }
  }

  /** True when a server of ours already runs on the cluster and answers. */
  private boolean takeOver() throws IOException {
    Optional<PostmasterFile> note = PostmasterFile.read(cluster);
    if (note.isEmpty() || !note.get().isAliveOn(cluster)) {
      if (note.isPresent()) {
        log.info("Process {} is not our PostgreSQL: its note is out of date", note.get().pid());
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
      }
      return false;
    }
    port = note.get().port();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (note.isPresent() && note.get().isAliveOn(cluster)) {
      port = note.get().port();
      Optional<String> version = answeredVersion();
      if (version.isPresent() && version.get().startsWith(PostgresBinaries.VERSION)) {
        return true;
      }
      if (version.isPresent()) {
        log.info("PostgreSQL {} is still running: restarting it", version.get());
        stopServer();
        return false;
      }
      if (System.nanoTime() > deadline) {
        throw new DatabaseRefused(
            "PostgreSQL runs on %s (process %d) but does not answer."
                .formatted(cluster, note.get().pid()),
            "Read its logs in " + logs + ", stop that process, then start again.");
      }
      pause();
      note = PostmasterFile.read(cluster);
    }
    // It was ending while we looked.
    return false;
  }

  private Optional<String> answeredVersion() {
    try (Connection connection = superuser()) {
      return Optional.of(connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException notYet) {
      return Optional.empty();
    }
  }

  /**
   * @param wanted the port it had, 0 for a free one
   */
  private void launch(int wanted) throws IOException {
    Files.createDirectories(logs);
    account.own(logs);
    // A postmaster killed alone leaves processes that hold its memory for a moment, and another
    // program may take the port between the choice and the start.
    for (int attempt = 1; ; attempt++) {
      port = wanted == 0 ? freePort() : wanted;
      try {
        account.run(
            List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--pgdata=" + cluster,
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--log=" + logs.resolve("start.log"),
                "--options=" + options()),
            logs);
        log.info("Started PostgreSQL {} on {} (port {})", PostgresBinaries.VERSION, cluster, port);
        return;
      } catch (DatabaseRefused failed) {
        if (attempt == 4) {
          throw failed;
        }
        log.warn("PostgreSQL did not start, attempt {}: {}", attempt, failed.getMessage());
        pause();
      }
    }
  }

  /** Modest: the whole of Jalon runs on a machine of 2 processors and 4 GB. */
  private String options() {
    List<String> settings =
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=50",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "shared_buffers=96MB",
            "effective_cache_size=512MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "max_wal_size=512MB",
            "max_parallel_workers_per_gather=0",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "idle_in_transaction_session_timeout=5min",
            "logging_collector=on",
            "log_directory=" + logs.toString().replace("\\", "\\\\").replace(" ", "\\ "),
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_parameter_max_length_on_error=0");
    return "-p " + port + " -c " + String.join(" -c ", settings);
  }

  private void prepareDatabase() throws SQLException {
    try (Connection connection = superuser();
        var statement = connection.createStatement()) {
      boolean known;
      try (var role =
          statement.executeQuery("select 1 from pg_roles where rolname = '" + NAME + "'")) {
        known = role.next();
      }
      // The password is hexadecimal and ours: nothing in it can end the literal.
      statement.execute(
          (known ? "alter" : "create") + " role " + NAME + " login password '" + password + "'");
      boolean made;
      try (var database =
          statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
        made = database.next();
      }
      if (!made) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    }
  }

  private void stopServer() throws IOException {
    Optional<PostmasterFile> note = PostmasterFile.read(cluster);
    if (note.isPresent() && note.get().isAliveOn(cluster)) {
      account.run(
          List.of(
              binaries.program("pg_ctl").toString(),
              "stop",
              "--pgdata=" + cluster,
              "--mode=fast",
              "--wait",
              "--timeout=" + PATIENCE.toSeconds()),
          logs);
    }
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(urlOf("postgres"), SUPERUSER, superuserPassword);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Two portals on one folder would each stop the other's database. */
  private static FileChannel lock(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (heldLock(channel) == null) {
      channel.close();
      throw new DatabaseRefused(
          "Another Jalon is already running on " + home + ".",
          "Stop it first, or give this one a folder of its own in jalon.data.");
    }
    return channel;
  }

  private static @Nullable FileLock heldLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path aside = file.resolveSibling(file.getFileName() + ".unfinished");
      Files.deleteIfExists(aside);
      try {
        Files.createFile(aside, asFileAttribute(fromString("rw-------")));
      } catch (FileAlreadyExistsException raced) {
        throw new IOException("Somebody else writes " + aside, raced);
      }
      Files.writeString(aside, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for PostgreSQL", interrupted);
    }
  }
}
