package fr.jalon.portal.database;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Trial;
import java.sql.Connection;
import java.sql.DriverManager;
import org.springframework.stereotype.Component;

/** Starts our own server and stops it, or signs in to the one of the settings. */
@Component
class DatabaseTrial implements Trial {
  private final DatabaseSettings settings;

  DatabaseTrial(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public String key() {
    return "database.trial";
  }

  @Override
  public String run(Messages messages) throws Exception {
    if (!settings.embedded()) {
      try (Connection connection =
          DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
        return found(connection);
      }
    }
    if (EmbeddedPostgres.isInUse(settings.folder())) {
      return messages.text("database.trial.in-use", settings.folder());
    }
    try (EmbeddedPostgres server = DatabaseConfiguration.startEmbedded(settings);
        Connection connection =
            DriverManager.getConnection(server.url(), EmbeddedPostgres.NAME, server.password())) {
      return found(connection);
    }
  }

  private String found(Connection connection) throws Exception {
    DatabaseConfiguration.requireUsable(connection);
    return "PostgreSQL "
        + connection.getMetaData().getDatabaseProductVersion()
        + ", "
        + (settings.embedded() ? settings.folder().toAbsolutePath() : settings.url());
  }
}
