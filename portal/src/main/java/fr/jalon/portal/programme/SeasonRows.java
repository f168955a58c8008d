package fr.jalon.portal.programme;

import fr.jalon.engine.Json;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The seasons' rows: one statement a method. */
@Repository
class SeasonRows {
  private final JdbcClient jdbc;

  SeasonRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when another season has that name in addresses. */
  boolean insert(UUID id, String slug, SeasonPlan plan, Instant now) {
    return jdbc.sql(
                """
                insert into programme.season (id, slug, plan, first_day, created_at)
                values (:id, :slug, :plan, :first, :now) on conflict (slug) do nothing
                """)
            .param("id", id)
            .param("slug", slug)
            .param("plan", Json.write(plan))
            .param("first", Date.valueOf(plan.firstDay()))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** False when it was changed since that revision. */
  boolean update(UUID id, SeasonPlan plan, int revision) {
    return jdbc.sql(
                """
                update programme.season set plan = :plan, first_day = :first, revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("plan", Json.write(plan))
            .param("first", Date.valueOf(plan.firstDay()))
            .param("revision", revision)
            .update()
        == 1;
  }

  Optional<Season> find(UUID id) {
    return jdbc.sql("select id, slug, plan, revision from programme.season where id = :id")
        .param("id", id)
        .query(SeasonRows::season)
        .optional();
  }

  Optional<Season> find(String slug) {
    return jdbc.sql("select id, slug, plan, revision from programme.season where slug = :slug")
        .param("slug", slug)
        .query(SeasonRows::season)
        .optional();
  }

  /** The last first. */
  List<Season> list() {
    return jdbc.sql(
            """
            select id, slug, plan, revision from programme.season order by first_day desc, created_at desc
            """)
        .query(SeasonRows::season)
        .list();
  }

  private static Season season(ResultSet row, int n) throws SQLException {
    return new Season(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("slug"),
        row.getInt("revision"),
        Json.read(row.getString("plan"), SeasonPlan.class));
  }
}
