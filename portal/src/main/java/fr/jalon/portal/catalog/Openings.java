package fr.jalon.portal.catalog;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What organizations opened, in few words: to compare what many of them did. */
@Component
public class Openings {
  private final JdbcClient jdbc;

  Openings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A published dataset.
   *
   * @param schema code of its model, "" for none
   * @param folded its title, without accents nor capitals
   */
  public record Opened(UUID publisherId, String slug, String title, String schema, String folded) {
    public String href() {
      return CatalogPaths.dataset(slug);
    }
  }

  /** Those of these publishers, the last first. */
  public List<Opened> list(Collection<UUID> publisherIds) {
    return publisherIds.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select d.publisher_id, d.slug, v.title, coalesce(v.schema_code, '') as schema,
                  v.title_folded
                from catalog.dataset d join catalog.version v on v.id = d.published_version
                where d.publisher_id = any(cast(:publishers as uuid[]))
                order by v.published_at desc, d.id
                """)
            .param("publishers", publisherIds.stream().map(UUID::toString).toArray(String[]::new))
            .query(
                (row, number) ->
                    new Opened(
                        row.getObject("publisher_id", UUID.class),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("schema"),
                        row.getString("title_folded")))
            .list();
  }
}
