package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.document.PaperRemoval;
import fr.jalon.portal.register.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Attendance sheets and minutes that were given out, and came back signed, once the agreements of
 * all who were at the meeting ended long enough ago.
 */
record MeetingPaperRetention(JdbcClient jdbc, Agreements agreements, Rule rule, PaperRemoval papers)
    implements Retention {
  @Override
  public List<Due> listDue(Instant now, int most) {
    List<Due> over = listOver(now);
    Set<UUID> having = papers.having(over.stream().map(due -> UUID.fromString(due.id())).toList());
    return over.stream()
        .filter(due -> having.contains(UUID.fromString(due.id())))
        .limit(most)
        .toList();
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    Set<UUID> gone =
        listOver(now).stream()
            .map(Due::id)
            .filter(ids::contains)
            .map(UUID::fromString)
            .collect(Collectors.toSet());
    papers.remove(gone);
    return gone.size();
  }

  private List<Due> listOver(Instant now) {
    UUID[] over =
        agreements.listOverBefore(rule.lastDay(now)).stream()
            .map(Agreement::id)
            .toArray(UUID[]::new);
    return jdbc.sql(
            """
            select m.id, m.starts_at as at, string_agg(b.name, ', ' order by b.name) as said
            from programme.meeting m join programme.session s on s.meeting_id = m.id
              join programme.beneficiary b on b.id = s.beneficiary_id
            group by m.id, m.starts_at
            having bool_and(b.agreement_id = any(:over))
            order by 2, 1
            """)
        .param("over", over)
        .query(
            (row, n) ->
                new Due(
                    row.getString("id"), row.getTimestamp("at").toInstant(), row.getString("said")))
        .list();
  }
}
