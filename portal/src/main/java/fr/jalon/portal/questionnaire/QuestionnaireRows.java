package fr.jalon.portal.questionnaire;

import fr.jalon.engine.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of versions: one statement a method. */
@Repository
class QuestionnaireRows {
  private final JdbcClient jdbc;

  QuestionnaireRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when there is one of that number, or another one being written. */
  boolean insert(int number, Questionnaire content, String by, Instant now, boolean used) {
    return jdbc.sql(
                """
                insert into questionnaire.version (number, content, made_by, made_at, used_since)
                values (:number, :content, :by, :now, :used) on conflict do nothing
                """)
            .param("number", number)
            .param("content", Json.write(content))
            .param("by", by)
            .param("now", Timestamp.from(now))
            .param("used", used ? Timestamp.from(now) : null, java.sql.Types.TIMESTAMP)
            .update()
        == 1;
  }

  /** False when it is in use, or was changed since that revision. */
  boolean update(
      int number, Questionnaire content, Map<String, String> correspondence, int revision) {
    return jdbc.sql(
                """
                update questionnaire.version
                set content = :content, correspondence = :correspondence, revision = revision + 1
                where number = :number and revision = :revision and used_since is null
                """)
            .param("number", number)
            .param("content", Json.write(content))
            .param("correspondence", Json.writeOrdered(correspondence))
            .param("revision", revision)
            .update()
        == 1;
  }

  boolean use(int number, int revision, Instant now) {
    return jdbc.sql(
                """
                update questionnaire.version set used_since = :now
                where number = :number and revision = :revision and used_since is null
                """)
            .param("number", number)
            .param("revision", revision)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean delete(int number) {
    return jdbc.sql("delete from questionnaire.version where number = ? and used_since is null")
            .param(number)
            .update()
        == 1;
  }

  /** The last first. */
  List<QuestionnaireVersion> list() {
    return jdbc.sql("select * from questionnaire.version order by number desc")
        .query(QuestionnaireRows::version)
        .list();
  }

  Optional<QuestionnaireVersion> find(int number) {
    return jdbc.sql("select * from questionnaire.version where number = ?")
        .param(number)
        .query(QuestionnaireRows::version)
        .optional();
  }

  Optional<QuestionnaireVersion> findCurrent() {
    return jdbc.sql(
            """
            select * from questionnaire.version where used_since is not null
            order by number desc limit 1
            """)
        .query(QuestionnaireRows::version)
        .optional();
  }

  @SuppressWarnings("unchecked")
  private static QuestionnaireVersion version(ResultSet row, int n) throws SQLException {
    Timestamp used = row.getTimestamp("used_since");
    return new QuestionnaireVersion(
        row.getInt("number"),
        Json.read(row.getString("content"), Questionnaire.class),
        (Map<String, String>) Json.read(row.getString("correspondence"), Map.class),
        row.getInt("revision"),
        row.getString("made_by"),
        row.getTimestamp("made_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}
