package fr.jalon.engine.query;

import fr.jalon.engine.query.QueryProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB in memory, shut in: it reads the files of one folder and nothing else, loads nothing,
 * and its settings are locked. A connection is made once and lent (a new one costs tens of
 * milliseconds over Parquet).
 */
final class Database implements AutoCloseable {
  private final DuckDBConnection root;
  private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
  private final int seconds;

  Database(RowsSettings settings) throws IOException {
    this(settings, List.of());
  }

  /** Reads the files of some more folders of ours. */
  Database(RowsSettings settings, List<Path> besides) throws IOException {
    Files.createDirectories(settings.temporary());
    this.seconds = (int) settings.timeout().toSeconds();
    try {
      root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
      for (String setting : lockedSettings(settings, besides)) {
        try (Statement statement = root.createStatement()) {
          statement.execute(setting);
        }
      }
      for (int i = 0; i < settings.connections(); i++) {
        idle.add(root.duplicate());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start", e);
    }
  }

  /** Reads the result of one question. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet result) throws SQLException, QueryProblem;
  }

  /** Runs a question with its values bound in order. */
  <T> T ask(SqlText sql, Reading<T> reading) throws QueryProblem {
    return ask(sql, reading, seconds);
  }

  /** The same, stopped after so many seconds at most. */
  <T> T ask(SqlText sql, Reading<T> reading, int most) throws QueryProblem {
    Connection connection = borrow();
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      statement.setQueryTimeout(most);
      List<Object> values = sql.values();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return reading.read(result);
      }
    } catch (SQLTimeoutException e) {
      throw new QueryProblem(Code.TOO_SLOW, Map.of("seconds", String.valueOf(seconds)));
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).startsWith("Out of Memory Error")) {
        throw new QueryProblem(Code.BUSY, Map.of());
      }
      throw new IllegalStateException("DuckDB refused: " + sql.text(), e);
    } finally {
      idle.add(connection);
    }
  }

  @Override
  public void close() {
    try {
      for (Connection connection : idle) {
        connection.close();
      }
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not stop", e);
    }
  }

  private Connection borrow() throws QueryProblem {
    try {
      Connection connection = idle.poll(seconds, TimeUnit.SECONDS);
      if (connection == null) {
        throw new QueryProblem(Code.BUSY, Map.of());
      }
      return connection;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryProblem(Code.BUSY, Map.of());
    }
  }

  private static List<String> lockedSettings(RowsSettings settings, List<Path> besides) {
    String folders =
        Stream.concat(Stream.of(settings.storage()), besides.stream())
            .map(folder -> SqlText.literal(folder.toAbsolutePath().normalize() + "/"))
            .collect(Collectors.joining(", "));
    String temporary = settings.temporary().toAbsolutePath().normalize().toString();
    return List.of(
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET allow_community_extensions = false",
        "SET threads = " + settings.threads(),
        "SET memory_limit = '" + settings.memoryMegabytes() + "MB'",
        "SET temp_directory = " + SqlText.literal(temporary),
        "SET TimeZone = 'UTC'",
        "SET allowed_directories = [" + folders + "]",
        "SET enable_external_access = false",
        "SET lock_configuration = true");
  }
}
