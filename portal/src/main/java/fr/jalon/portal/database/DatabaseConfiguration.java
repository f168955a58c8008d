package fr.jalon.portal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pool of connections, its tables made; behind it our own server unless an address is given.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /** PostgreSQL of Debian 12. */
  private static final int OLDEST_MAJOR = 15;

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression("'${jalon.database.url:}'.isBlank()")
  EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) throws IOException {
    EmbeddedPostgres server = startEmbedded(settings);
    server.watch();
    return server;
  }

  static EmbeddedPostgres startEmbedded(DatabaseSettings settings) throws IOException {
    Path binaries =
        settings.binaries().isBlank() ? settings.folder() : Path.of(settings.binaries());
    return EmbeddedPostgres.start(
        settings.folder(), PostgresBinaries.unpackedIn(binaries), ServerAccount.find());
  }

  /** Closed before the server it uses is stopped, since it was made after it. */
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> server) {
    EmbeddedPostgres embedded = server.getIfAvailable();
    var pool = new HikariConfig();
    pool.setPoolName("jalon");
    pool.setJdbcUrl(embedded == null ? settings.url() : embedded.url());
    pool.setUsername(embedded == null ? settings.user() : EmbeddedPostgres.NAME);
    pool.setPassword(embedded == null ? settings.password() : embedded.password());
    pool.setMaximumPoolSize(settings.connections());
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    pool.addDataSourceProperty("ApplicationName", "jalon");
    var database = connect(pool, settings);
    try {
      requireUsable(database);
      Migrations.run(database);
      return database;
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  private static HikariDataSource connect(HikariConfig pool, DatabaseSettings settings) {
    try {
      return new HikariDataSource(pool);
    } catch (RuntimeException unreachable) {
      throw new DatabaseRefused(
          "The database does not answer (" + settings + ").",
          "Check jalon.database.url, jalon.database.user and jalon.database.password.",
          unreachable);
    }
  }

  private static void requireUsable(HikariDataSource database) {
    try (Connection connection = database.getConnection()) {
      requireUsable(connection);
    } catch (SQLException broken) {
      throw new DatabaseRefused(
          "The database broke off: " + broken.getMessage(), "Read the server's logs.", broken);
    }
  }

  static void requireUsable(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    int major = connection.getMetaData().getDatabaseMajorVersion();
    if (!product.equals("PostgreSQL") || major < OLDEST_MAJOR) {
      throw new DatabaseRefused(
          "The database is %s %d, and Jalon needs PostgreSQL %d or later."
              .formatted(product, major, OLDEST_MAJOR),
          "Give the address of another server in jalon.database.url, or leave it empty.");
    }
  }
}
