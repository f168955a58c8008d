package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each deposit, in order; nothing of it is ever changed. */
@Repository
class History {
  private static final int LONGEST_DETAIL = 500;

  private final JdbcClient jdbc;

  History(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param detail what it was about, without any value of the file
   */
  void tell(UUID depositId, Person who, Event.What what, String detail, Instant now) {
    jdbc.sql(
            """
            insert into deposit.event (deposit_id, at, person_id, person_name, what, detail)
            values (:deposit, :now, :person, :name, :what, :detail)
            """)
        .param("deposit", depositId)
        .param("now", Timestamp.from(now))
        .param("person", who.id())
        .param("name", who.name())
        .param("what", what.name())
        .param("detail", storable(detail))
        .update();
  }

  /** Everything that happened, the first thing first. */
  List<Event> list(UUID depositId) {
    return jdbc.sql(
            """
            select at, person_name, what, detail from deposit.event
            where deposit_id = :deposit order by id
            """)
        .param("deposit", depositId)
        .query(
            (row, n) ->
                new Event(
                    row.getTimestamp("at").toInstant(),
                    row.getString("person_name"),
                    Event.What.valueOf(row.getString("what")),
                    row.getString("detail")))
        .list();
  }

  /** Of these deposits, those to which something happened since they were received. */
  Set<UUID> listTouched(Collection<UUID> ids) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct deposit_id from deposit.event
                where deposit_id = any(:ids) and what <> :received
                """)
            .param("ids", ids.toArray(UUID[]::new))
            .param("received", Event.What.RECEIVED.name())
            .query(UUID.class)
            .list());
  }

  private static String storable(String detail) {
    String text = detail.replace("\u0000", "");
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
  }
}
