package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Trainees;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.TableRetention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Practice past its time, with the people who are nobody but those who practised, and their files.
 */
record PracticeRetention(JdbcClient jdbc, Rule rule, Deposits deposits, Trainees trainees)
    implements Retention {
  private TableRetention table() {
    return new TableRetention(
        jdbc,
        rule,
        """
        select person_id as id, joined_at as at, first_name as said from workshop.trainee
        where joined_at < :before order by joined_at, person_id limit :most
        """,
        """
        delete from workshop.trainee
        where person_id = any(cast(:ids as uuid[])) and joined_at < :before
        """);
  }

  @Override
  public List<Due> listDue(Instant now, int most) {
    return table().listDue(now, most);
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    List<UUID> due =
        jdbc.sql(
                """
                select person_id from workshop.trainee
                where person_id = any(cast(:ids as uuid[])) and joined_at < :before
                """)
            .param("ids", ids.toArray(String[]::new))
            .param("before", java.sql.Timestamp.from(rule.before(now)))
            .query(UUID.class)
            .list();
    deposits.forgetPractice(due);
    trainees.forget(due);
    return table().remove(ids, now);
  }
}
