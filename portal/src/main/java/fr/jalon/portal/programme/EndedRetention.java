package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A retention that runs from the end of the agreement: only the agreement knows it.
 *
 * @param finding gives {@code id}, {@code at} and {@code said} of the lines of the agreements
 *     {@code :over}, {@code :most} of them
 * @param removing has the lines {@code :ids} (texts) of the agreements {@code :over} go
 */
record EndedRetention(
    JdbcClient jdbc, Agreements agreements, Rule rule, String finding, String removing)
    implements Retention {
  @Override
  public List<Due> listDue(Instant now, int most) {
    return jdbc.sql(finding)
        .param("over", over(now))
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
        .param("over", over(now))
        .param("erased", Subject.ERASED)
        .update();
  }

  private UUID[] over(Instant now) {
    return agreements.listOverBefore(rule.lastDay(now)).stream()
        .map(Agreement::id)
        .toArray(UUID[]::new);
  }
}
