package fr.jalon.portal.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsIT extends PortalIT {
  @Autowired private JdbcClient jdbc;

  @Test
  void everyRoomWithTablesIsInTheList() throws IOException {
    try (var rooms = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(rooms.map(room -> room.getFileName().toString()))
          .as("add the room to Migrations.ROOMS, after those whose tables it points at")
          .isSubsetOf(Migrations.ROOMS);
    }
  }

  @Test
  void keepsEachRoomsHistoryWithItsTables() {
    assertThat(
            jdbc.sql("select tablename from pg_tables where schemaname = 'catalog'")
                .query(String.class)
                .list())
        .contains("flyway_catalog", "dataset");
  }
}
