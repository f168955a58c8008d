package fr.jalon.portal.privacy;

import fr.jalon.portal.account.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about personal data, and by whom; never about whom. Rows are only added. */
@Repository
class Journal {
  private final JdbcClient jdbc;
  private final Clock clock;

  Journal(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  enum Kind {
    /** Somebody read all about a person. */
    LOOKED_AT,
    /** All about a person was handed over. */
    EXPORTED,
    /** Lines about a person went, or name them no more. */
    ERASED,
    /** Someone agreed that lines past their time go. */
    ACCEPTED,
    /** Someone said that they stay after all. */
    KEPT,
    /** They went. */
    REMOVED,
    /** A retention is applied each night from now on. */
    AUTOMATIC,
    /** It is no more. */
    BY_HAND
  }

  /**
   * @param by name, then; "" for the night
   * @param subject key of a trace or of a retention, "" for the whole of a person
   * @param reference of the visa of the archives
   */
  record Entry(Instant at, String by, Kind kind, String subject, int lines, String reference) {}

  void add(@Nullable Person by, Kind kind, String subject, int lines, String reference) {
    jdbc.sql(
            """
            insert into privacy.journal (at, by_id, by_name, kind, subject, lines, reference)
            values (:now, :id, :name, :kind, :subject, :lines, :reference)
            """)
        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .param("id", by == null ? null : by.id(), java.sql.Types.OTHER)
        .param("name", by == null ? "" : by.name())
        .param("kind", kind.name())
        .param("subject", subject)
        .param("lines", lines)
        .param("reference", reference)
        .update();
  }

  /** The last first. */
  List<Entry> listLast(int most) {
    return jdbc.sql(
            """
            select at, by_name, kind, subject, lines, reference from privacy.journal
            order by at desc, id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, n) ->
                new Entry(
                    row.getTimestamp("at").toInstant(),
                    row.getString("by_name"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    row.getInt("lines"),
                    row.getString("reference")))
        .list();
  }
}
