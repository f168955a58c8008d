package fr.jalon.portal.upkeep;

import fr.jalon.portal.catalog.UpdateFrequency;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of this room: one statement a method. */
@Repository
class UpkeepRows {
  private final JdbcClient jdbc;

  UpkeepRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By dataset, what was decided; nothing of those nobody decided about. */
  Map<UUID, Care> listCares(Collection<UUID> datasetIds) {
    Map<UUID, Care> cares = new HashMap<>();
    jdbc.sql("select * from upkeep.care where dataset_id = any(:datasets)")
        .param("datasets", datasetIds.toArray(UUID[]::new))
        .query(
            row -> {
              Date quiet = row.getDate("quiet_until");
              cares.put(
                  row.getObject("dataset_id", UUID.class),
                  new Care(
                      row.getObject("keeper_id", UUID.class),
                      quiet == null ? null : quiet.toLocalDate(),
                      row.getInt("revision")));
            });
    return cares;
  }

  /** Says who looks after it; false when someone decided since that revision. */
  boolean keep(UUID datasetId, UUID keeperId, int revision) {
    return jdbc.sql(
                """
                insert into upkeep.care (dataset_id, keeper_id, revision) values (:dataset, :keeper, 1)
                on conflict (dataset_id) do update
                set keeper_id = :keeper, revision = care.revision + 1 where care.revision = :revision
                """)
            .param("dataset", datasetId)
            .param("keeper", keeperId)
            .param("revision", revision)
            .update()
        == 1;
  }

  /** Says until when nobody is reminded; false when someone decided since that revision. */
  boolean hush(UUID datasetId, @Nullable LocalDate until, int revision) {
    return jdbc.sql(
                """
                insert into upkeep.care (dataset_id, quiet_until, revision) values (:dataset, :until, 1)
                on conflict (dataset_id) do update
                set quiet_until = :until, revision = care.revision + 1 where care.revision = :revision
                """)
            .param("dataset", datasetId)
            .param("until", until == null ? null : Date.valueOf(until))
            .param("revision", revision)
            .update()
        == 1;
  }

  void insertHandover(UUID datasetId, Handover one, UUID to) {
    jdbc.sql(
            """
            insert into upkeep.handover (dataset_id, at, from_name, to_id, to_name, by_name, note)
            values (:dataset, :at, :from, :toId, :to, :by, :note)
            """)
        .param("dataset", datasetId)
        .param("at", Timestamp.from(one.at()))
        .param("from", one.from())
        .param("toId", to)
        .param("to", one.to())
        .param("by", one.by())
        .param("note", one.note())
        .update();
  }

  /** The last first. */
  List<Handover> listHandovers(UUID datasetId) {
    return jdbc.sql(
            """
            select at, from_name, to_name, by_name, note from upkeep.handover
            where dataset_id = :dataset order by id desc limit 20
            """)
        .param("dataset", datasetId)
        .query(
            (row, n) ->
                new Handover(
                    row.getTimestamp("at").toInstant(),
                    row.getString("from_name"),
                    row.getString("to_name"),
                    row.getString("by_name"),
                    row.getString("note")))
        .list();
  }

  /** Marks a reminder as sent; false when it was already. */
  boolean remind(UUID datasetId, LocalDate due, Stage stage, List<String> recipients, Instant now) {
    return jdbc.sql(
                """
                insert into upkeep.reminder (dataset_id, due_on, stage, sent_at, recipients)
                values (:dataset, :due, :stage, :now, :recipients)
                on conflict do nothing
                """)
            .param("dataset", datasetId)
            .param("due", Date.valueOf(due))
            .param("stage", stage.name())
            .param("now", Timestamp.from(now))
            .param("recipients", recipients.toArray(String[]::new))
            .update()
        == 1;
  }

  /** When someone was last reminded of a dataset. */
  Optional<Instant> findReminded(UUID datasetId) {
    return jdbc.sql("select max(sent_at) from upkeep.reminder where dataset_id = :dataset")
        .param("dataset", datasetId)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  Optional<Schedule> findSchedule(UUID datasetId) {
    return jdbc.sql("select * from upkeep.schedule where dataset_id = :dataset")
        .param("dataset", datasetId)
        .query(UpkeepRows::schedule)
        .optional();
  }

  /** Keeps a rhythm in the place of the one there was. */
  void accept(Schedule one) {
    jdbc.sql(
            """
            insert into upkeep.schedule (dataset_id, address, rhythm, accepted_by, accepted_name, accepted_at,
              next_at, outcome)
            values (:dataset, :address, :rhythm, :by, :name, :at, :next, :outcome)
            on conflict (dataset_id) do update
            set address = :address, rhythm = :rhythm, accepted_by = :by, accepted_name = :name,
              accepted_at = :at, next_at = :next, outcome = :outcome, outcome_at = null, import_id = null,
              failures = 0
            """)
        .param("dataset", one.datasetId())
        .param("address", one.address())
        .param("rhythm", one.rhythm().name())
        .param("by", one.acceptedBy())
        .param("name", one.acceptedName())
        .param("at", Timestamp.from(one.acceptedAt()))
        .param("next", Timestamp.from(one.nextAt()))
        .param("outcome", one.outcome().name())
        .update();
  }

  boolean removeSchedule(UUID datasetId) {
    return jdbc.sql("delete from upkeep.schedule where dataset_id = :dataset")
            .param("dataset", datasetId)
            .update()
        == 1;
  }

  /** Those whose day has come, kept for this transaction alone. */
  List<Schedule> holdDue(Instant now, int most) {
    return jdbc.sql(
            """
            select * from upkeep.schedule
            where next_at <= :now and outcome not in ('FETCHING', 'STOPPED')
            order by next_at limit :most for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(UpkeepRows::schedule)
        .list();
  }

  /** Those whose file is on its way, kept for this transaction alone. */
  List<Schedule> holdFetching(int most) {
    return jdbc.sql(
            """
            select * from upkeep.schedule where outcome = 'FETCHING'
            order by next_at limit :most for update skip locked
            """)
        .param("most", most)
        .query(UpkeepRows::schedule)
        .list();
  }

  /** What became of one, and when it goes again. */
  void settle(
      UUID datasetId,
      Schedule.Outcome outcome,
      @Nullable UUID importId,
      int failures,
      Instant next,
      Instant now) {
    jdbc.sql(
            """
            update upkeep.schedule
            set outcome = :outcome, outcome_at = :now, import_id = :import, failures = :failures, next_at = :next
            where dataset_id = :dataset
            """)
        .param("dataset", datasetId)
        .param("outcome", outcome.name())
        .param("import", importId)
        .param("failures", failures)
        .param("next", Timestamp.from(next))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Schedule schedule(ResultSet row, int n) throws SQLException {
    Timestamp at = row.getTimestamp("outcome_at");
    return new Schedule(
        row.getObject("dataset_id", UUID.class),
        row.getString("address"),
        UpdateFrequency.valueOf(row.getString("rhythm")),
        row.getObject("accepted_by", UUID.class),
        row.getString("accepted_name"),
        row.getTimestamp("accepted_at").toInstant(),
        row.getTimestamp("next_at").toInstant(),
        Schedule.Outcome.valueOf(row.getString("outcome")),
        at == null ? null : at.toInstant(),
        row.getObject("import_id", UUID.class),
        row.getInt("failures"));
  }
}
