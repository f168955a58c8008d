package fr.jalon.portal.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A retention that one table can tell by itself.
 *
 * @param finding gives {@code id}, {@code at} and {@code said} of lines before {@code :before},
 *     {@code :most} of them
 * @param removing has the lines {@code :ids} (texts) go that are still before {@code :before};
 *     {@code :erased} stands for a name
 */
public record TableRetention(JdbcClient jdbc, Rule rule, String finding, String removing)
    implements Retention {
  @Override
  public List<Due> listDue(Instant now, int most) {
    return jdbc.sql(finding)
        .param("before", Timestamp.from(rule.before(now)))
        .param("most", most)
        .query(
            (row, n) ->
                new Due(
                    row.getString("id"), row.getTimestamp("at").toInstant(), row.getString("said")))
        .list();
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    return jdbc.sql(removing)
        .param("ids", ids.toArray(String[]::new))
        .param("before", Timestamp.from(rule.before(now)))
        .param("erased", Subject.ERASED)
        .param("now", Timestamp.from(now))
        .update();
  }
}
