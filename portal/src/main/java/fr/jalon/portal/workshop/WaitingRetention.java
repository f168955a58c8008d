package fr.jalon.portal.workshop;

import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.register.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Those who waited for a place, by workshop: nobody waits any more once it has begun, or was called
 * off, which they were told by then.
 */
record WaitingRetention(JdbcClient jdbc, Rule rule, Sessions sessions) implements Retention {
  @Override
  public List<Due> listDue(Instant now, int most) {
    Map<UUID, Meeting> over = over(now);
    return jdbc
        .sql(
            """
            select workshop_id, count(*) as waiting from workshop.waiting
            where workshop_id = any(:over) group by workshop_id
            """)
        .param("over", over.keySet().toArray(UUID[]::new))
        .query(
            (row, n) -> {
              Meeting of =
                  Objects.requireNonNull(over.get(row.getObject("workshop_id", UUID.class)));
              return new Due(
                  of.id().toString(), of.startsAt(), of.day() + " (" + row.getInt("waiting") + ")");
            })
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(Due::at).thenComparing(Due::id))
        .limit(most)
        .toList();
  }

  private Map<UUID, Meeting> over(Instant now) {
    List<UUID> all =
        jdbc.sql("select distinct workshop_id from workshop.waiting").query(UUID.class).list();
    return sessions.listMeetings(all).stream()
        .filter(one -> one.cancelled() || one.startsAt().isBefore(rule.before(now)))
        .collect(Collectors.toMap(Meeting::id, Function.identity()));
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    return jdbc.sql(
            """
            delete from workshop.waiting
            where workshop_id = any(cast(:ids as uuid[])) and workshop_id = any(:over)
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("over", over(now).keySet().toArray(UUID[]::new))
        .update();
  }
}
