package fr.jalon.portal.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is published, counted by theme, by national model and by who publishes. */
@Component
public class CatalogFigures {
  private final JdbcClient jdbc;
  private final Publishers publishers;

  CatalogFigures(JdbcClient jdbc, Publishers publishers) {
    this.jdbc = jdbc;
    this.publishers = publishers;
  }

  /**
   * How much of something is published.
   *
   * @param latest when one of them was published last
   */
  public record Count(long datasets, long publishers, Instant latest) {}

  /**
   * A national model and how it is followed.
   *
   * @param title as the datasets say it
   * @param valid datasets in which nothing departs from it
   * @param partial datasets in which something does; the others were never compared with it
   */
  public record ModelUse(String code, String title, Count count, long valid, long partial) {}

  /** An organization and how many datasets it has published of what was asked. */
  public record PublisherCount(Publisher publisher, long datasets) {}

  /** The themes datasets have, by their names; one that no dataset has is absent. */
  @Transactional(readOnly = true)
  public Map<Theme, Count> themes() {
    return jdbc
        .sql(
            """
            select v.theme, count(*) as datasets, count(distinct d.publisher_id) as publishers,
              max(v.published_at) as latest
            from catalog.dataset d join catalog.version v on v.id = d.published_version
            where v.theme is not null group by v.theme
            """)
        .query((row, number) -> Map.entry(Theme.valueOf(row.getString("theme")), count(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The models datasets follow, the most followed first. */
  @Transactional(readOnly = true)
  public List<ModelUse> models() {
    return jdbc.sql(
            """
            select v.schema_code, max(v.schema_title) as title, count(*) as datasets,
              count(distinct d.publisher_id) as publishers, max(v.published_at) as latest,
              count(*) filter (where v.schema_problems = 0) as valid,
              count(*) filter (where v.schema_problems > 0) as partial
            from catalog.dataset d join catalog.version v on v.id = d.published_version
            where v.schema_code is not null
            group by v.schema_code order by datasets desc, v.schema_code
            """)
        .query(
            (row, number) ->
                new ModelUse(
                    row.getString("schema_code"),
                    row.getString("title"),
                    count(row),
                    row.getLong("valid"),
                    row.getLong("partial")))
        .list();
  }

  /**
   * Who has published on a theme, or after a model, the most first.
   *
   * @param theme null for any
   * @param schema code of the model, null for any
   */
  @Transactional(readOnly = true)
  public List<PublisherCount> publishers(@Nullable Theme theme, @Nullable String schema, int most) {
    Map<UUID, Long> counts =
        jdbc
            .sql(
                """
                select d.publisher_id, count(*) as datasets
                from catalog.dataset d join catalog.version v on v.id = d.published_version
                where (:theme::text is null or v.theme = :theme)
                  and (:schema::text is null or v.schema_code = :schema)
                group by d.publisher_id order by datasets desc, d.publisher_id limit :most
                """)
            .param("theme", theme == null ? null : theme.name())
            .param("schema", schema)
            .param("most", most)
            .query(
                (row, number) ->
                    Map.entry(row.getObject("publisher_id", UUID.class), row.getLong("datasets")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return publishers.listAll(counts.keySet()).stream()
        .map(one -> new PublisherCount(one, counts.getOrDefault(one.id(), 0L)))
        .sorted(
            Comparator.comparingLong(PublisherCount::datasets)
                .reversed()
                .thenComparing(one -> one.publisher().name()))
        .toList();
  }

  /** When an organization published for the first time what all may see. */
  @Transactional(readOnly = true)
  public Optional<Instant> openedSince(UUID publisher) {
    return jdbc.sql(
            """
            select min(v.published_at) as first
            from catalog.dataset d join catalog.version v on v.dataset_id = d.id
            where d.publisher_id = ? and d.published_version is not null and v.withdrawn_at is null
            """)
        .param(publisher)
        .query((row, number) -> Optional.ofNullable(instant(row, "first")))
        .optional()
        .flatMap(Function.identity());
  }

  private static Count count(ResultSet row) throws SQLException {
    Instant latest = instant(row, "latest");
    return new Count(
        row.getLong("datasets"),
        row.getLong("publishers"),
        latest == null ? Instant.EPOCH : latest);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
