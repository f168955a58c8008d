package fr.jalon.portal.programme;

import fr.jalon.portal.document.PaperRemoval;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.TableRetention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Candidacies that had no sequel: refused, still on the waiting list or never answered. The letters
 * that answered them go with them.
 */
record CandidacyRetention(JdbcClient jdbc, Rule rule, PaperRemoval papers) implements Retention {
  private TableRetention table() {
    return new TableRetention(
        jdbc,
        rule,
        """
        select id, coalesce(decided_at, sent_at) as at, name || ' · ' || contact_name as said
        from programme.candidacy
        where standing <> 'ACCEPTED' and coalesce(decided_at, sent_at) < :before
        order by 2, 1 limit :most
        """,
        """
        delete from programme.candidacy
        where id::text = any(:ids) and standing <> 'ACCEPTED'
          and coalesce(decided_at, sent_at) < :before
        """);
  }

  @Override
  public List<Due> listDue(Instant now, int most) {
    return table().listDue(now, most);
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    int gone = table().remove(ids, now);
    Set<UUID> asked = ids.stream().map(UUID::fromString).collect(Collectors.toSet());
    jdbc.sql("select id from programme.candidacy where id = any(:ids)")
        .param("ids", asked.toArray(UUID[]::new))
        .query(UUID.class)
        .list()
        .forEach(asked::remove);
    papers.remove(asked);
    return gone;
  }
}
