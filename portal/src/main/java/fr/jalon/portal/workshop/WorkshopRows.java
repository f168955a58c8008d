package fr.jalon.portal.workshop;

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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of workshops, of who waits and of what is to be read: one statement a method. */
@Repository
class WorkshopRows {
  private final JdbcClient jdbc;

  WorkshopRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A workshop without its meeting, which is the programme's. */
  record Row(
      UUID id,
      UUID seasonId,
      Exercise exercise,
      int capacity,
      Workshop.@Nullable Door door,
      @Nullable String shownCard) {}

  void insert(UUID id, UUID seasonId, Exercise exercise, int capacity, Instant now) {
    jdbc.sql(
            """
            insert into workshop.workshop (meeting_id, season_id, exercise, capacity, created_at)
            values (:id, :season, :exercise, :capacity, :now)
            """)
        .param("id", id)
        .param("season", seasonId)
        .param("exercise", exercise.name())
        .param("capacity", capacity)
        .param("now", Timestamp.from(now))
        .update();
  }

  void update(UUID id, Exercise exercise, int capacity) {
    jdbc.sql(
            """
            update workshop.workshop set exercise = :exercise, capacity = :capacity
            where meeting_id = :id
            """)
        .param("id", id)
        .param("exercise", exercise.name())
        .param("capacity", capacity)
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql("select * from workshop.workshop where meeting_id = :id")
        .param("id", id)
        .query(WorkshopRows::row)
        .optional();
  }

  /** The workshop, for this transaction alone: two people do not both take the last place. */
  Optional<Row> hold(UUID id) {
    return jdbc.sql("select * from workshop.workshop where meeting_id = :id for update")
        .param("id", id)
        .query(WorkshopRows::row)
        .optional();
  }

  List<Row> listOfSeason(UUID seasonId) {
    return jdbc.sql("select * from workshop.workshop where season_id = :season")
        .param("season", seasonId)
        .query(WorkshopRows::row)
        .list();
  }

  /** The one that a code opens on a day. */
  Optional<Row> findByCode(String code, LocalDate day) {
    return jdbc.sql("select * from workshop.workshop where code = :code and code_day = :day")
        .param("code", code)
        .param("day", day)
        .query(WorkshopRows::row)
        .optional();
  }

  Optional<String> findCode(LocalDate day) {
    return jdbc.sql(
            "select code from workshop.workshop where code_day = :day order by code limit 1")
        .param("day", day)
        .query(String.class)
        .optional();
  }

  /** False when another workshop has or had that code. */
  boolean open(UUID id, Workshop.Door door) {
    // an update that breaks the key would break the whole transaction, and no other code be tried
    return jdbc.sql(
                """
                update workshop.workshop set code = :code, code_day = :day
                where meeting_id = :id
                  and not exists (select 1 from workshop.workshop where code = :code)
                """)
            .param("id", id)
            .param("code", door.code())
            .param("day", door.day())
            .update()
        == 1;
  }

  void close(UUID id) {
    jdbc.sql(
            """
            update workshop.workshop set code = null, code_day = null, shown_card = null
            where meeting_id = :id
            """)
        .param("id", id)
        .update();
  }

  void show(UUID id, @Nullable String card) {
    jdbc.sql("update workshop.workshop set shown_card = :card where meeting_id = :id")
        .param("id", id)
        .param("card", card)
        .update();
  }

  /** False when they wait already. */
  boolean insertWaiting(Waiting one) {
    return jdbc.sql(
                """
                insert into workshop.waiting
                  (workshop_id, person_id, person_name, email, beneficiary_id, at)
                values (:workshop, :person, :name, :email, :beneficiary, :at)
                on conflict do nothing
                """)
            .param("workshop", one.workshopId())
            .param("person", one.personId())
            .param("name", one.name())
            .param("email", one.email())
            .param("beneficiary", one.beneficiaryId())
            .param("at", Timestamp.from(one.at()))
            .update()
        == 1;
  }

  boolean deleteWaiting(UUID workshopId, Collection<UUID> personIds) {
    return jdbc.sql(
                """
                delete from workshop.waiting
                where workshop_id = :workshop and person_id = any(:people)
                """)
            .param("workshop", workshopId)
            .param("people", personIds.toArray(UUID[]::new))
            .update()
        > 0;
  }

  /** Those who wait, the first come first. */
  List<Waiting> listWaiting(UUID workshopId) {
    return jdbc.sql(
            "select * from workshop.waiting where workshop_id = :workshop order by at, person_id")
        .param("workshop", workshopId)
        .query(
            (row, n) ->
                new Waiting(
                    workshopId,
                    row.getObject("person_id", UUID.class),
                    row.getString("person_name"),
                    row.getString("email"),
                    row.getObject("beneficiary_id", UUID.class),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  /** The workshops in which someone waits for a place. */
  Set<UUID> listWaitedFor(UUID personId) {
    return Set.copyOf(
        jdbc.sql("select workshop_id from workshop.waiting where person_id = :person")
            .param("person", personId)
            .query(UUID.class)
            .list());
  }

  Map<UUID, Integer> countWaiting(UUID seasonId) {
    Map<UUID, Integer> waiting = new HashMap<>();
    jdbc.sql(
            """
            select w.workshop_id, count(*) as waiting from workshop.waiting w
            join workshop.workshop s on s.meeting_id = w.workshop_id
            where s.season_id = :season group by w.workshop_id
            """)
        .param("season", seasonId)
        .query(
            row -> {
              waiting.put(row.getObject("workshop_id", UUID.class), row.getInt("waiting"));
            });
    return waiting;
  }

  void insert(Material one, Instant now) {
    jdbc.sql(
            """
            insert into workshop.material (id, workshop_id, title, link, sha256, size, file_name, at)
            values (:id, :workshop, :title, :link, :sha256, :size, :name, :now)
            """)
        .param("id", one.id())
        .param("workshop", one.workshopId())
        .param("title", one.title())
        .param("link", one.link())
        .param("sha256", one.sha256())
        .param("size", one.size())
        .param("name", one.fileName())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Material> findMaterial(UUID workshopId, UUID id) {
    return listMaterials(workshopId).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  void deleteMaterial(UUID id) {
    jdbc.sql("delete from workshop.material where id = :id").param("id", id).update();
  }

  List<Material> listMaterials(UUID workshopId) {
    return jdbc.sql("select * from workshop.material where workshop_id = :workshop order by at, id")
        .param("workshop", workshopId)
        .query(
            (row, n) ->
                new Material(
                    row.getObject("id", UUID.class),
                    workshopId,
                    row.getString("title"),
                    row.getString("link"),
                    row.getString("sha256"),
                    row.getLong("size"),
                    row.getString("file_name")))
        .list();
  }

  boolean usesFile(String sha256) {
    return jdbc.sql("select exists (select 1 from workshop.material where sha256 = :sha256)")
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    String code = row.getString("code");
    LocalDate day = row.getObject("code_day", LocalDate.class);
    return new Row(
        row.getObject("meeting_id", UUID.class),
        row.getObject("season_id", UUID.class),
        Exercise.valueOf(row.getString("exercise")),
        row.getInt("capacity"),
        code == null || day == null ? null : new Workshop.Door(code, day),
        row.getString("shown_card"));
  }
}
