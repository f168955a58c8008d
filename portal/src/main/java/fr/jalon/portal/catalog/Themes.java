package fr.jalon.portal.catalog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The themes there is something to see of. */
@Component
public class Themes {
  private final JdbcClient jdbc;

  Themes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A theme and how many published datasets are of it. */
  public record Count(Theme theme, long datasets) {}

  /** Those of published datasets, the fullest first. */
  public List<Count> list() {
    return jdbc.sql(
            """
            select v.theme, count(*) as datasets from catalog.dataset d
            join catalog.version v on v.id = d.published_version
            where v.theme is not null
            group by v.theme order by count(*) desc, v.theme
            """)
        .query((row, number) -> new Count(Theme.valueOf(row.getString(1)), row.getLong(2)))
        .list();
  }
}
