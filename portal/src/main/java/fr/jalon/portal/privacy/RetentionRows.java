package fr.jalon.portal.privacy;

import fr.jalon.portal.account.Person;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about retentions: one statement a method. */
@Repository
class RetentionRows {
  private final JdbcClient jdbc;

  RetentionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lines that someone agreed to see go.
   *
   * @param by their name, then
   * @param reference of the visa of the archives
   */
  record Acceptance(List<String> ids, Instant at, String by, String reference) {
    Acceptance {
      ids = List.copyOf(ids);
    }
  }

  /** By key, what is accepted and not yet done. */
  Map<String, Acceptance> listAcceptances() {
    Map<String, Acceptance> all = new HashMap<>();
    jdbc.sql("select * from privacy.acceptance")
        .query(
            row -> {
              all.put(row.getString("retention"), acceptance(row, 0));
            });
    return all;
  }

  void accept(String retention, List<String> ids, Person by, String reference, Instant now) {
    jdbc.sql(
            """
            insert into privacy.acceptance (retention, ids, accepted_at, accepted_by, accepted_name, reference)
            values (:retention, :ids, :now, :by, :name, :reference)
            on conflict (retention) do update
            set ids = :ids, accepted_at = :now, accepted_by = :by, accepted_name = :name,
              reference = :reference
            """)
        .param("retention", retention)
        .param("ids", ids.toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .param("by", by.id())
        .param("name", by.name())
        .param("reference", reference)
        .update();
  }

  /** Takes what was accepted, once. */
  Optional<Acceptance> takeAcceptance(String retention) {
    return jdbc.sql("delete from privacy.acceptance where retention = :retention returning *")
        .param("retention", retention)
        .query(RetentionRows::acceptance)
        .optional();
  }

  /** By key, whether it is applied each night, where someone said so. */
  Map<String, Boolean> listAutomatic() {
    Map<String, Boolean> all = new HashMap<>();
    jdbc.sql("select retention, applied from privacy.automatic")
        .query(
            row -> {
              all.put(row.getString("retention"), row.getBoolean("applied"));
            });
    return all;
  }

  void setAutomatic(String retention, boolean applied) {
    jdbc.sql(
            """
            insert into privacy.automatic (retention, applied) values (:retention, :applied)
            on conflict (retention) do update set applied = :applied
            """)
        .param("retention", retention)
        .param("applied", applied)
        .update();
  }

  /** True for the one server that works through that night. */
  boolean begin(LocalDate night) {
    return jdbc.sql("insert into privacy.night (day) values (:day) on conflict do nothing")
            .param("day", Date.valueOf(night))
            .update()
        == 1;
  }

  private static Acceptance acceptance(ResultSet row, int n) throws SQLException {
    return new Acceptance(
        List.of((String[]) row.getArray("ids").getArray()),
        row.getTimestamp("accepted_at").toInstant(),
        row.getString("accepted_name"),
        row.getString("reference"));
  }
}
