package fr.jalon.portal.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Makes and upgrades the tables, room by room: a room's tables live in the PostgreSQL schema of its
 * name, and its history in {@code flyway_<room>} there.
 */
final class Migrations {
  /** In this order, for a room's tables may point at those of the rooms before it. */
  static final List<String> ROOMS =
      List.of(
          "database",
          "register",
          "organization",
          "territory",
          "account",
          "catalog",
          "deposit",
          "upkeep",
          "culture",
          "document",
          "agreement",
          "programme",
          "checklist",
          "questionnaire",
          "diagnosis",
          "help",
          "review",
          "workshop",
          "home",
          "privacy");

  private Migrations() {}

  static void run(DataSource database) {
    for (String room : ROOMS) {
      if (hasMigrations(room)) {
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:db/migration/" + room)
            .schemas(room)
            .table("flyway_" + room)
            .load()
            .migrate();
      }
    }
  }

  private static boolean hasMigrations(String room) {
    return new PathMatchingResourcePatternResolver()
        .getResource("classpath:db/migration/" + room)
        .exists();
  }
}
