package fr.jalon.portal.help;

import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.TableRetention;
import fr.jalon.portal.storage.UnusedFiles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that are over, with the files that came with them. */
record HelpRetention(JdbcClient jdbc, Rule rule, UnusedFiles unused) implements Retention {
  private TableRetention table() {
    return new TableRetention(
        jdbc,
        rule,
        """
        select id, turn_at as at, number || ', ' || author_name as said from help.request
        where state in ('SOLVED', 'CLOSED') and turn_at < :before order by turn_at, id limit :most
        """,
        """
        delete from help.request
        where id = any(cast(:ids as uuid[])) and state in ('SOLVED', 'CLOSED') and turn_at < :before
        """);
  }

  @Override
  public List<Due> listDue(Instant now, int most) {
    return table().listDue(now, most);
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    unused.removeOnceCommitted(
        jdbc.sql(
                """
                select distinct sha256 from help.attachment
                where request_id = any(cast(:ids as uuid[]))
                """)
            .param("ids", ids.toArray(String[]::new))
            .query(String.class)
            .list());
    return table().remove(ids, now);
  }
}
