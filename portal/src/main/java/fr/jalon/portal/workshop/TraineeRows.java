package fr.jalon.portal.workshop;

import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of those who practise: one statement a method, whatever their number. */
@Repository
class TraineeRows {
  private final JdbcClient jdbc;

  TraineeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Trainee one) {
    jdbc.sql(
            """
            insert into workshop.trainee
              (person_id, workshop_id, first_name, joined_at, deposit_id, step, acted_at, seen_at)
            values (:id, :workshop, :name, :now, :deposit, :step, :now, :now)
            """)
        .param("id", one.id())
        .param("workshop", one.workshopId())
        .param("name", one.firstName())
        .param("now", Timestamp.from(one.joinedAt()))
        .param("deposit", one.depositId())
        .param("step", one.place().step().name())
        .update();
  }

  Optional<Trainee> find(UUID id) {
    return jdbc.sql("select * from workshop.trainee where person_id = :id")
        .param("id", id)
        .query(TraineeRows::trainee)
        .optional();
  }

  /** Those of a workshop by first name: never by how far they are. */
  List<Trainee> listOf(UUID workshopId) {
    return jdbc.sql(
            """
            select * from workshop.trainee where workshop_id = :workshop
            order by lower(first_name), joined_at, person_id
            """)
        .param("workshop", workshopId)
        .query(TraineeRows::trainee)
        .list();
  }

  /** Those of a season whose hand is up, the oldest first. */
  List<Trainee> listRaised(UUID seasonId) {
    return jdbc.sql(
            """
            select t.* from workshop.trainee t
            join workshop.workshop w on w.meeting_id = t.workshop_id
            where w.season_id = :season and t.hand_at is not null and w.code is not null
            order by t.hand_at, t.person_id
            """)
        .param("season", seasonId)
        .query(TraineeRows::trainee)
        .list();
  }

  /** Where someone is; nothing of what they practised on before. */
  void seen(UUID id, Place place, Instant actedAt, Instant now) {
    jdbc.sql(
            """
            update workshop.trainee set step = :step, card = :card, cells = :cells,
              acted_at = :acted, seen_at = :now
            where person_id = :id and deposit_id = :deposit
            """)
        .param("id", id)
        .param("deposit", place.depositId())
        .param("step", place.step().name())
        .param("card", place.card())
        .param("cells", place.cells().toArray(String[]::new))
        .param("acted", Timestamp.from(actedAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** They are there again, wherever they were. */
  void seen(UUID id, Instant now) {
    jdbc.sql("update workshop.trainee set seen_at = :now where person_id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  void raise(UUID id, Place place, String words, Instant now) {
    jdbc.sql(
            """
            update workshop.trainee
            set hand_at = coalesce(hand_at, :now), hand_step = :step, hand_card = :card,
              hand_cells = :cells, hand_words = :words, seen_at = :now
            where person_id = :id
            """)
        .param("id", id)
        .param("step", place.step().name())
        .param("card", place.card())
        .param("cells", place.cells().toArray(String[]::new))
        .param("words", words)
        .param("now", Timestamp.from(now))
        .update();
  }

  void lower(UUID id) {
    jdbc.sql(
            """
            update workshop.trainee
            set hand_at = null, hand_words = '', hands_lowered = hands_lowered + 1
            where person_id = :id and hand_at is not null
            """)
        .param("id", id)
        .update();
  }

  /** Begins again on another deposit; the one before is kept aside. */
  void reset(UUID id, UUID depositId, Instant now) {
    jdbc.sql(
            """
            update workshop.trainee
            set former_deposit_id = deposit_id, former_step = step, former_card = card,
              former_cells = cells, former_acted_at = acted_at,
              deposit_id = :deposit, step = 'READING', card = '', cells = '{}', acted_at = :now,
              hand_at = null, hand_words = ''
            where person_id = :id
            """)
        .param("id", id)
        .param("deposit", depositId)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Takes back what was begun again; gives how many went back to where they were. */
  int takeBack(Collection<UUID> ids) {
    return jdbc.sql(
            """
            update workshop.trainee
            set deposit_id = former_deposit_id, step = former_step, card = former_card,
              cells = former_cells, acted_at = former_acted_at, former_deposit_id = null,
              former_step = null, former_card = null, former_cells = null, former_acted_at = null
            where person_id = any(:ids) and former_deposit_id is not null
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  private static Trainee trainee(ResultSet row, int n) throws SQLException {
    UUID deposit = row.getObject("deposit_id", UUID.class);
    Timestamp raised = row.getTimestamp("hand_at");
    return new Trainee(
        row.getObject("person_id", UUID.class),
        row.getObject("workshop_id", UUID.class),
        row.getString("first_name"),
        row.getTimestamp("joined_at").toInstant(),
        place(deposit, row, ""),
        row.getTimestamp("acted_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(),
        row.getObject("former_deposit_id", UUID.class),
        raised == null
            ? null
            : new Trainee.Hand(
                place(deposit, row, "hand_"), row.getString("hand_words"), raised.toInstant()));
  }

  private static Place place(UUID deposit, ResultSet row, String prefix) throws SQLException {
    return new Place(
        deposit,
        Step.valueOf(row.getString(prefix + "step")),
        row.getString(prefix + "card"),
        List.of((String[]) row.getArray(prefix + "cells").getArray()));
  }
}
