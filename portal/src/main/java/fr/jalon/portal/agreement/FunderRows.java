package fr.jalon.portal.agreement;

import fr.jalon.engine.Json;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what funders did: one statement a method. */
@Repository
class FunderRows {
  private final JdbcClient jdbc;

  FunderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when one of that id is there already. */
  boolean add(UUID seasonId, FunderFact fact) {
    return jdbc.sql(
                """
            insert into agreement.funder_fact (id, season_id, recorded_at, author_id, author_name, act)
            values (:id, :season, :now, :author, :name, :act)
            on conflict (id) do nothing
            """)
            .param("id", fact.id())
            .param("season", seasonId)
            .param("now", Timestamp.from(fact.recordedAt()))
            .param("author", fact.authorId())
            .param("name", fact.author())
            .param("act", Json.write(fact.act()))
            .update()
        == 1;
  }

  List<FunderFact> listOfSeason(UUID seasonId) {
    return jdbc.sql(
            """
            select * from agreement.funder_fact where season_id = :season order by recorded_at, id
            """)
        .param("season", seasonId)
        .query(
            (row, n) ->
                new FunderFact(
                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                    row.getTimestamp("recorded_at").toInstant(),
                    row.getObject("author_id", UUID.class),
                    row.getString("author_name"),
                    Json.read(row.getString("act"), FunderAct.class)))
        .list();
  }
}
