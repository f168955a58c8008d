package fr.jalon.portal.review;

import fr.jalon.engine.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of surveys: one statement a method. */
@Repository
class SurveyRows {
  private final JdbcClient jdbc;

  SurveyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Survey> find(UUID beneficiaryId) {
    return jdbc.sql("select * from review.survey where beneficiary_id = ?")
        .param(beneficiaryId)
        .query(SurveyRows::survey)
        .optional();
  }

  Optional<Survey> findByToken(String sha256) {
    return jdbc.sql("select * from review.survey where token_sha256 = ?")
        .param(sha256)
        .query(SurveyRows::survey)
        .optional();
  }

  List<Survey> listOf(Collection<UUID> beneficiaryIds) {
    return jdbc.sql("select * from review.survey where beneficiary_id = any(:ids)")
        .param("ids", beneficiaryIds.toArray(UUID[]::new))
        .query(SurveyRows::survey)
        .list();
  }

  void link(UUID beneficiaryId, String sha256, Instant expires) {
    jdbc.sql(
            """
            insert into review.survey (beneficiary_id, token_sha256, expires_at)
            values (:beneficiary, :token, :expires)
            on conflict (beneficiary_id) do update
            set token_sha256 = excluded.token_sha256, expires_at = excluded.expires_at
            """)
        .param("beneficiary", beneficiaryId)
        .param("token", sha256)
        .param("expires", Timestamp.from(expires))
        .update();
  }

  /** False when it was answered since that revision. */
  boolean answer(
      UUID beneficiaryId,
      Map<SurveyQuestion, String> replies,
      int revision,
      String by,
      Instant now) {
    return jdbc.sql(
                """
                insert into review.survey (beneficiary_id, replies, revision, answered_by, answered_at)
                select :beneficiary, :replies, 1, :by, :now where :revision = 0
                  or exists (select 1 from review.survey where beneficiary_id = :beneficiary)
                on conflict (beneficiary_id) do update
                set replies = excluded.replies, revision = survey.revision + 1,
                  answered_by = excluded.answered_by, answered_at = excluded.answered_at
                where survey.revision = :revision
                """)
            .param("beneficiary", beneficiaryId)
            .param("replies", Json.write(replies))
            .param("revision", revision)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static Survey survey(ResultSet row, int n) throws SQLException {
    String replies = row.getString("replies");
    return new Survey(
        row.getObject("beneficiary_id", UUID.class),
        replies == null ? null : replies(replies),
        row.getInt("revision"),
        row.getString("answered_by"),
        instant(row, "answered_at"),
        instant(row, "expires_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  @SuppressWarnings("unchecked")
  private static Map<SurveyQuestion, String> replies(String json) {
    Map<SurveyQuestion, String> replies = new EnumMap<>(SurveyQuestion.class);
    ((Map<String, String>) Json.read(json, Map.class))
        .forEach((question, reply) -> replies.put(SurveyQuestion.valueOf(question), reply));
    return replies;
  }
}
