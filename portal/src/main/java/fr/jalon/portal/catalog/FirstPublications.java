package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When datasets were published for the first time. */
@Component
public class FirstPublications {
  private final JdbcClient jdbc;

  FirstPublications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By dataset; one that never was published is absent. */
  public Map<UUID, Instant> of(Collection<UUID> datasetIds) {
    Map<UUID, Instant> first = new HashMap<>();
    jdbc.sql(
            """
            select dataset_id, min(published_at) from catalog.version
            where dataset_id = any(:ids) and published_at is not null
            group by dataset_id
            """)
        .param("ids", datasetIds.toArray(UUID[]::new))
        .query(
            row -> {
              first.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
            });
    return first;
  }
}
