package fr.jalon.portal.checklist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said of items: one statement a method. */
@Repository
class MarkRows {
  private final JdbcClient jdbc;

  MarkRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds what was said.
   *
   * @param subjectId what it is about: the beneficiary itself, a dataset, a deposit
   * @return false when something of that revision was said meanwhile
   */
  boolean add(UUID beneficiaryId, UUID subjectId, Item item, Mark mark, UUID personId) {
    return jdbc.sql(
                """
                insert into checklist.mark (beneficiary_id, subject_id, item, revision, state, words, link,
                  owner, due, person_id, person_name, at)
                values (:beneficiary, :subject, :item, :revision, :state, :words, :link,
                  :owner, :due, :person, :name, :at)
                on conflict do nothing
                """)
            .param("beneficiary", beneficiaryId)
            .param("subject", subjectId)
            .param("item", item.name())
            .param("revision", mark.revision())
            .param("state", mark.state().name())
            .param("words", mark.words())
            .param("link", mark.link())
            .param("owner", mark.owner())
            .param("due", mark.due() == null ? null : Date.valueOf(mark.due()))
            .param("person", personId)
            .param("name", mark.by())
            .param("at", Timestamp.from(mark.at()))
            .update()
        == 1;
  }

  /** All that was said of a beneficiary and its datasets, the first first. */
  Marks listOf(UUID beneficiaryId) {
    return jdbc.sql(
            """
            select * from checklist.mark where beneficiary_id = :beneficiary order by revision
            """)
        .param("beneficiary", beneficiaryId)
        .query(MarkRows::marks);
  }

  /** The last said of each item of these authorities; one statement for all of them. */
  Marks listLast(Collection<UUID> beneficiaryIds) {
    return jdbc.sql(
            """
            select distinct on (beneficiary_id, item) * from checklist.mark
            where beneficiary_id = any(:beneficiaries) and subject_id = beneficiary_id
            order by beneficiary_id, item, revision desc
            """)
        .param("beneficiaries", beneficiaryIds.toArray(UUID[]::new))
        .query(MarkRows::marks);
  }

  /** What was said, by what it is about and by item. */
  record Marks(Map<UUID, Map<String, List<Mark>>> bySubject) {
    /** Of an item, the first first; what was said of a deposit is said of its dataset. */
    List<Mark> of(Item item, Collection<UUID> subjects) {
      return subjects.stream()
          .flatMap(
              subject ->
                  bySubject
                      .getOrDefault(subject, Map.of())
                      .getOrDefault(item.name(), List.of())
                      .stream())
          .sorted(java.util.Comparator.comparingInt(Mark::revision))
          .toList();
    }
  }

  private static Marks marks(ResultSet row) throws SQLException {
    Map<UUID, Map<String, List<Mark>>> all = new HashMap<>();
    while (row.next()) {
      all.computeIfAbsent(row.getObject("subject_id", UUID.class), none -> new HashMap<>())
          .computeIfAbsent(row.getString("item"), none -> new ArrayList<>())
          .add(mark(row));
    }
    return new Marks(all);
  }

  private static Mark mark(ResultSet row) throws SQLException {
    Date due = row.getDate("due");
    return new Mark(
        ItemState.valueOf(row.getString("state")),
        row.getString("words"),
        row.getString("link"),
        row.getString("owner"),
        due == null ? null : due.toLocalDate(),
        row.getString("person_name"),
        row.getTimestamp("at").toInstant(),
        row.getInt("revision"));
  }
}
