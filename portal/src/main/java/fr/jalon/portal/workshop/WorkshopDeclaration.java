package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Trainees;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Retention.Rule;
import fr.jalon.portal.register.Retention.Source;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.register.Treatment.Controller;
import fr.jalon.portal.register.Treatment.Data;
import fr.jalon.portal.register.Treatment.LegalBasis;
import fr.jalon.portal.register.Treatment.People;
import fr.jalon.portal.register.Treatment.Recipient;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for a place, and who practises. */
@Component
class WorkshopDeclaration implements Declaration {
  private static final String WORKSHOPS = "workshops";

  /** Long enough to look again at what one did, and to tell of it at the end of the stage. */
  private static final Period PRACTICE = Period.ofDays(30);

  /** Nobody has a place any more once it has begun: the night after. */
  private static final Period WAITING = Period.ofDays(1);

  private final JdbcClient jdbc;
  private final Deposits deposits;
  private final Trainees trainees;
  private final Sessions sessions;

  WorkshopDeclaration(JdbcClient jdbc, Deposits deposits, Trainees trainees, Sessions sessions) {
    this.sessions = sessions;
    this.jdbc = jdbc;
    this.deposits = deposits;
    this.trainees = trainees;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            WORKSHOPS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.VISITORS),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.ACTS, Data.ATTENDANCE, Data.FREE_TEXT),
            Set.of(Recipient.FACILITATORS, Recipient.HOST)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.erased(
            "workshop-waiting",
            "workshop.waiting",
            """
            select at, jsonb_build_object('name', person_name, 'email', email) as data
            from workshop.waiting where person_id = :id or lower(email) = :email
            """,
            "delete from workshop.waiting where person_id = :id or lower(email) = :email"),
        Trace.anonymized(
            "workshop-trainees",
            "workshop.trainee",
            """
            select joined_at as at, jsonb_build_object('name', first_name, 'text', hand_words) as data
            from workshop.trainee
            where (person_id = :id and first_name <> :erased)
              or register.speaks_of(concat_ws(' ', first_name, hand_words), :name)
              or register.speaks_of(hand_words, :email)
            """,
            """
            update workshop.trainee
            set first_name = case when person_id = :id then :erased
                else register.without(first_name, :name, :email, :erased) end,
              hand_words = register.without(hand_words, :name, :email, :erased)
            where person_id = :id or register.speaks_of(concat_ws(' ', first_name, hand_words), :name)
              or register.speaks_of(hand_words, :email)
            """),
        Trace.anonymized(
            "workshop-materials",
            "workshop.material",
            """
            select at, jsonb_build_object('title', title, 'address', coalesce(link, ''),
              'file', coalesce(file_name, '')) as data
            from workshop.material
            where register.speaks_of(concat_ws(' ', title, link, file_name), :name)
              or register.speaks_of(concat_ws(' ', title, link, file_name), :email)
            """,
            """
            update workshop.material
            set title = register.without(title, :name, :email, :erased),
              link = register.without(link, :name, :email, :erased),
              file_name = register.without(file_name, :name, :email, :erased)
            where register.speaks_of(concat_ws(' ', title, link, file_name), :name)
              or register.speaks_of(concat_ws(' ', title, link, file_name), :email)
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new PracticeRetention(
            jdbc,
            new Rule("practice", WORKSHOPS, PRACTICE, Source.PROPOSED, false, true),
            deposits,
            trainees),
        new WaitingRetention(
            jdbc,
            new Rule("workshop-waiting", WORKSHOPS, WAITING, Source.PROPOSED, false, true),
            sessions));
  }
}
