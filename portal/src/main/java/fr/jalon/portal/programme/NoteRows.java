package fr.jalon.portal.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes between facilitators, and who read them: one statement a method. */
@Repository
class NoteRows {
  private final JdbcClient jdbc;

  NoteRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID beneficiaryId, UUID authorId, Note note) {
    jdbc.sql(
            """
            insert into programme.note (id, beneficiary_id, at, author_id, author_name, text)
            values (:id, :beneficiary, :at, :authorId, :author, :text)
            """)
        .param("id", UUID.randomUUID())
        .param("beneficiary", beneficiaryId)
        .param("at", Timestamp.from(note.at()))
        .param("authorId", authorId)
        .param("author", note.author())
        .param("text", note.text())
        .update();
  }

  int count(UUID beneficiaryId) {
    return jdbc.sql("select count(*) from programme.note where beneficiary_id = :beneficiary")
        .param("beneficiary", beneficiaryId)
        .query(Integer.class)
        .single();
  }

  /** The last first. */
  List<Note> list(UUID beneficiaryId) {
    return jdbc.sql(
            """
            select at, author_name, text from programme.note where beneficiary_id = :beneficiary
            order by at desc limit 200
            """)
        .param("beneficiary", beneficiaryId)
        .query(
            (row, n) ->
                new Note(
                    row.getTimestamp("at").toInstant(),
                    row.getString("author_name"),
                    row.getString("text")))
        .list();
  }

  void addReading(UUID beneficiaryId, UUID readerId, String reader, Instant now) {
    jdbc.sql(
            """
            insert into programme.note_reading (beneficiary_id, at, reader_id, reader_name)
            values (:beneficiary, :now, :id, :name)
            """)
        .param("beneficiary", beneficiaryId)
        .param("now", Timestamp.from(now))
        .param("id", readerId)
        .param("name", reader)
        .update();
  }

  /** Of all beneficiaries, the last first. */
  List<NoteReading> listReadings(int most) {
    return jdbc.sql(
            """
            select r.at, r.reader_name, r.beneficiary_id, b.name
            from programme.note_reading r join programme.beneficiary b on b.id = r.beneficiary_id
            order by r.at desc, r.id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, n) ->
                new NoteReading(
                    row.getTimestamp("at").toInstant(),
                    row.getString("reader_name"),
                    row.getObject("beneficiary_id", UUID.class),
                    row.getString("name")))
        .list();
  }

  /** How often the notes of one were read, and when for the last time; empty when never. */
  Optional<Readings> findReadings(UUID beneficiaryId) {
    return jdbc.sql(
            """
            select count(*) as times, max(at) as last from programme.note_reading
            where beneficiary_id = :beneficiary having count(*) > 0
            """)
        .param("beneficiary", beneficiaryId)
        .query((row, n) -> new Readings(row.getInt("times"), row.getTimestamp("last").toInstant()))
        .optional();
  }

  record Readings(int times, Instant last) {}
}
