package fr.jalon.portal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was published, told from its versions and its history: for rooms that ask what was to be
 * seen on a day. Whoever calls checks who may know of what is no longer seen.
 */
@Service
public class Chronicles {
  private final JdbcClient jdbc;
  private final DatasetRows rows;

  Chronicles(JdbcClient jdbc, DatasetRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record Named(UUID id, String slug, UUID publisherId) {}

  private record Numbered(UUID id, UUID datasetId) {}

  /**
   * Of everything these organizations ever published, by the first publication: as many statements
   * for one as for all of them.
   */
  @Transactional(readOnly = true)
  public List<Chronicle> listOf(Collection<UUID> publisherIds) {
    List<Named> datasets =
        jdbc.sql(
                """
                select id, slug, publisher_id from catalog.dataset
                where publisher_id = any(:publishers) and version_count > 0 order by created_at, id
                """)
            .param("publishers", publisherIds.toArray(UUID[]::new))
            .query(
                (row, n) ->
                    new Named(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        row.getObject("publisher_id", UUID.class)))
            .list();
    UUID[] ids = datasets.stream().map(Named::id).toArray(UUID[]::new);
    Map<UUID, List<Version>> versions = versions(ids);
    Map<UUID, List<Chronicle.Turn>> turns = turns(ids);
    return datasets.stream()
        .map(
            one ->
                new Chronicle(
                    one.id(),
                    one.slug(),
                    one.publisherId(),
                    versions.getOrDefault(one.id(), List.of()),
                    turns.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Version>> versions(UUID[] datasets) {
    List<Numbered> numbered =
        jdbc.sql(
                """
                select id, dataset_id from catalog.version
                where dataset_id = any(:datasets) and number is not null order by dataset_id, number
                """)
            .param("datasets", datasets)
            .query(
                (row, n) ->
                    new Numbered(
                        row.getObject("id", UUID.class), row.getObject("dataset_id", UUID.class)))
            .list();
    Map<UUID, Version> byId = rows.versions(numbered.stream().map(Numbered::id).toList());
    Map<UUID, List<Version>> all = new HashMap<>();
    numbered.forEach(
        one ->
            all.computeIfAbsent(one.datasetId(), none -> new ArrayList<>())
                .add(Objects.requireNonNull(byId.get(one.id()))));
    return all;
  }

  private Map<UUID, List<Chronicle.Turn>> turns(UUID[] datasets) {
    Map<UUID, List<Chronicle.Turn>> all = new HashMap<>();
    jdbc.sql(
            """
            select dataset_id, at, kind <> 'WITHDRAWN' as seen from catalog.event
            where dataset_id = any(:datasets)
              and kind in ('PUBLISHED', 'PUBLISHED_AGAIN', 'RESTORED', 'WITHDRAWN')
            order by id
            """)
        .param("datasets", datasets)
        .query(
            row -> {
              all.computeIfAbsent(
                      row.getObject("dataset_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Chronicle.Turn(
                          row.getTimestamp("at").toInstant(), row.getBoolean("seen")));
            });
    return all;
  }
}
