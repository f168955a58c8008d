package fr.jalon.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who practise in a workshop: known by a first name, without a password nor an address, for
 * as long as what they practise on is kept. Whoever calls knows that they may come in.
 */
@Service
public class Trainees {
  private final JdbcClient jdbc;
  private final SignIns signIns;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Clock clock;

  Trainees(
      JdbcClient jdbc,
      SignIns signIns,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Clock clock) {
    this.jdbc = jdbc;
    this.signIns = signIns;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * @param organizationId the commune that all of them practise under
   */
  @Transactional
  public Person open(String firstName, UUID organizationId) {
    UUID id = UUID.randomUUID();
    Person one =
        new Person(
            id, "exercice-" + id + "@jalon.invalid", firstName, Role.TRAINEE, organizationId);
    jdbc.sql(
            """
            insert into account.person (id, email, name, role, organization_id, created_at)
            values (:id, :email, :name, :role, :organization, :now)
            """)
        .param("id", id)
        .param("email", one.email())
        .param("name", one.name())
        .param("role", one.role().name())
        .param("organization", organizationId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return one;
  }

  /** Opens their session in this browser, in the place of any other. */
  public void enter(Person one, HttpServletRequest request, HttpServletResponse response) {
    if (one.role() != Role.TRAINEE) {
      throw new IllegalArgumentException("only those who practise come in without a proof");
    }
    signIns.open(one, request, response);
  }

  /** Ends their sessions: the workshop is over. */
  public void leave(Collection<UUID> ids) {
    ids.forEach(
        id -> sessions.findByPrincipalName(id.toString()).keySet().forEach(sessions::deleteById));
  }

  /** Forgets them, those alone who practised. */
  @Transactional
  public void forget(Collection<UUID> ids) {
    leave(ids);
    jdbc.sql("delete from account.person where id = any(:ids) and role = 'TRAINEE'")
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }
}
