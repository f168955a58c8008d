package fr.jalon.portal.diagnosis;

import fr.jalon.engine.Json;
import fr.jalon.portal.diagnosis.Interview.Guide;
import fr.jalon.portal.diagnosis.Level.Adjustment;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of diagnoses: one statement a method. */
@Repository
class DiagnosisRows {
  private final JdbcClient jdbc;

  DiagnosisRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void adjust(UUID fillingId, String dimension, Adjustment one) {
    jdbc.sql(
            """
            insert into diagnosis.adjustment (filling_id, dimension, level, reason, by_name, at)
            values (:filling, :dimension, :level, :reason, :by, :now)
            """)
        .param("filling", fillingId)
        .param("dimension", dimension)
        .param("level", one.level(), Types.NUMERIC)
        .param("reason", one.reason())
        .param("by", one.by())
        .param("now", Timestamp.from(one.at()))
        .update();
  }

  /** The last of each dimension. */
  Map<String, Adjustment> listAdjustments(UUID fillingId) {
    Map<String, Adjustment> all = new HashMap<>();
    jdbc.sql("select * from diagnosis.adjustment where filling_id = ? order by id")
        .param(fillingId)
        .query(
            row -> {
              BigDecimal level = row.getBigDecimal("level");
              all.put(
                  row.getString("dimension"),
                  new Adjustment(
                      level == null ? null : level.doubleValue(),
                      row.getString("reason"),
                      row.getString("by_name"),
                      row.getTimestamp("at").toInstant()));
            });
    return all;
  }

  void insert(Snapshot one, UUID seasonId) {
    jdbc.sql(
            """
            insert into diagnosis.snapshot
              (id, beneficiary_id, season_id, occasion, name, version, content, by_name, at)
            values (:id, :beneficiary, :season, :occasion, :name, :version, :content, :by, :now)
            """)
        .param("id", one.id())
        .param("beneficiary", one.beneficiaryId())
        .param("season", seasonId)
        .param("occasion", one.occasion() == null ? null : one.occasion().name(), Types.VARCHAR)
        .param("name", one.name())
        .param("version", one.version())
        .param("content", Json.write(one.findings()))
        .param("by", one.by())
        .param("now", Timestamp.from(one.at()))
        .update();
  }

  /** The first first. */
  List<Snapshot> listSnapshots(UUID beneficiaryId) {
    return jdbc.sql("select * from diagnosis.snapshot where beneficiary_id = ? order by at, id")
        .param(beneficiaryId)
        .query(DiagnosisRows::snapshot)
        .list();
  }

  /** The last of each authority of a season, on that occasion. */
  List<Snapshot> listLast(UUID seasonId, Occasion occasion) {
    return jdbc.sql(
            """
            select distinct on (beneficiary_id) * from diagnosis.snapshot
            where season_id = ? and occasion = ? order by beneficiary_id, at desc
            """)
        .params(seasonId, occasion.name())
        .query(DiagnosisRows::snapshot)
        .list();
  }

  void insert(Interview one, Instant now) {
    jdbc.sql(
            """
            insert into diagnosis.interview
              (id, beneficiary_id, guide, on_day, met, consent, notes, summary, author, at)
            values (:id, :beneficiary, :guide, :day, :met, :consent, :notes, :summary, :author, :now)
            """)
        .param("id", one.id())
        .param("beneficiary", one.beneficiaryId())
        .param("guide", one.guide().name())
        .param("day", Date.valueOf(one.day()))
        .param("met", one.met())
        .param("consent", one.consent())
        .param("notes", Json.writeOrdered(one.notes()))
        .param("summary", one.summary())
        .param("author", one.author())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** What was released is so no more; false when it was changed since that revision. */
  boolean update(UUID id, Map<String, String> notes, String summary, int revision) {
    return jdbc.sql(
                """
                update diagnosis.interview
                set notes = :notes, summary = :summary, revision = revision + 1,
                  released_at = null, released_by = null
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("notes", Json.writeOrdered(notes))
            .param("summary", summary)
            .param("revision", revision)
            .update()
        == 1;
  }

  /** False when it was changed since that revision. */
  boolean release(UUID id, int revision, Instant at, String by) {
    return jdbc.sql(
                """
                update diagnosis.interview set released_at = :at, released_by = :by
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("revision", revision)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update()
        == 1;
  }

  void takeBack(UUID id) {
    jdbc.sql("update diagnosis.interview set released_at = null, released_by = null where id = ?")
        .param(id)
        .update();
  }

  List<Interview> listInterviews(UUID beneficiaryId) {
    return jdbc.sql(
            "select * from diagnosis.interview where beneficiary_id = ? order by on_day, at")
        .param(beneficiaryId)
        .query(DiagnosisRows::interview)
        .list();
  }

  /** Talks with notes and no summary released, without the notes. */
  List<Unreleased> listUnreleased(Collection<UUID> beneficiaryIds) {
    return jdbc.sql(
            """
            select id, beneficiary_id, guide, on_day from diagnosis.interview
            where beneficiary_id = any(:beneficiaries) and released_at is null and notes <> '{}'
            order by on_day, id
            """)
        .param("beneficiaries", beneficiaryIds.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Unreleased(
                    row.getObject("id", UUID.class),
                    row.getObject("beneficiary_id", UUID.class),
                    Guide.valueOf(row.getString("guide")),
                    row.getDate("on_day").toLocalDate()))
        .list();
  }

  Optional<Interview> findInterview(UUID id) {
    return jdbc.sql("select * from diagnosis.interview where id = ?")
        .param(id)
        .query(DiagnosisRows::interview)
        .optional();
  }

  /** Someone looked at its notes. */
  void logReading(UUID interviewId, UUID personId, String name, Instant now) {
    jdbc.sql(
            """
            insert into diagnosis.reading (interview_id, person_id, person_name, at)
            values (?, ?, ?, ?)
            """)
        .params(interviewId, personId, name, Timestamp.from(now))
        .update();
  }

  /** The last first. */
  List<Reading> listReadings(UUID interviewId) {
    return jdbc.sql(
            """
            select person_name, at from diagnosis.reading where interview_id = ?
            order by id desc limit 50
            """)
        .param(interviewId)
        .query(
            (row, n) ->
                new Reading(row.getString("person_name"), row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Snapshot snapshot(ResultSet row, int n) throws SQLException {
    String occasion = row.getString("occasion");
    return new Snapshot(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("beneficiary_id", UUID.class),
        occasion == null ? null : Occasion.valueOf(occasion),
        row.getString("name"),
        row.getInt("version"),
        Json.read(row.getString("content"), Findings.class),
        row.getString("by_name"),
        row.getTimestamp("at").toInstant());
  }

  @SuppressWarnings("unchecked")
  private static Interview interview(ResultSet row, int n) throws SQLException {
    Timestamp released = row.getTimestamp("released_at");
    return new Interview(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("beneficiary_id", UUID.class),
        Guide.valueOf(row.getString("guide")),
        row.getDate("on_day").toLocalDate(),
        row.getString("met"),
        row.getString("consent"),
        (Map<String, String>) Json.read(row.getString("notes"), Map.class),
        row.getString("summary"),
        released == null ? null : released.toInstant(),
        row.getString("released_by"),
        row.getInt("revision"),
        row.getString("author"));
  }
}
