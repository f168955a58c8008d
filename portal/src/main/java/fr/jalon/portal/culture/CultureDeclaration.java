package fr.jalon.portal.culture;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Retention.Rule;
import fr.jalon.portal.register.Retention.Source;
import fr.jalon.portal.register.TableRetention;
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

/** What visitors wrote, who answered and who read it. */
@Component
class CultureDeclaration implements Declaration {
  private static final String CULTURE = "culture";

  /** Long enough to see that one was set aside by mistake. */
  private static final Period SET_ASIDE = Period.ofMonths(3);

  /** Nobody waits longer for an answer. */
  private static final Period UNANSWERED = Period.ofYears(1);

  private final JdbcClient jdbc;

  CultureDeclaration(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            CULTURE,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.VISITORS, People.AGENTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS, Recipient.HOST)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "culture-questions",
            "culture.question",
            """
            select asked_at as at, jsonb_build_object('text', text, 'name', answerer) as data
            from culture.question
            where (email <> '' and lower(email) = lower(:email))
              or (answered_by = :id and answerer <> :erased)
              or register.speaks_of(text, :name) or register.speaks_of(text, :email)
              or register.speaks_of(answer, :name) or register.speaks_of(answer, :email)
            """,
            """
            update culture.question
            set email = case when lower(email) = lower(:email) then '' else email end,
              answerer = case when answered_by = :id then :erased else answerer end,
              text = register.without(text, :name, :email, :erased),
              answer = register.without(answer, :name, :email, :erased)
            where lower(email) = lower(:email) or answered_by = :id
              or register.speaks_of(text, :name) or register.speaks_of(text, :email)
              or register.speaks_of(answer, :name) or register.speaks_of(answer, :email)
            """),
        Trace.anonymized(
            "culture-reuses",
            "culture.reuse",
            """
            select proposed_at as at, jsonb_build_object('title', title, 'name', author) as data
            from culture.reuse
            where (email <> '' and lower(email) = lower(:email))
              or (reader_id = :id and reader <> :erased)
              or register.speaks_of(author, :name) or register.speaks_of(author, :email)
              or register.speaks_of(title, :name) or register.speaks_of(title, :email)
              or register.speaks_of(words, :name) or register.speaks_of(words, :email)
            """,
            """
            update culture.reuse
            set email = case when lower(email) = lower(:email) then '' else email end,
              reader = case when reader_id = :id then :erased else reader end,
              author = register.without(author, :name, :email, :erased),
              title = register.without(title, :name, :email, :erased),
              words = register.without(words, :name, :email, :erased)
            where lower(email) = lower(:email) or reader_id = :id
              or register.speaks_of(author, :name) or register.speaks_of(author, :email)
              or register.speaks_of(title, :name) or register.speaks_of(title, :email)
              or register.speaks_of(words, :name) or register.speaks_of(words, :email)
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new TableRetention(
            jdbc,
            new Rule("questions-set-aside", CULTURE, SET_ASIDE, Source.PROPOSED, false, true),
            """
            select id, answered_at as at, left(text, 80) as said from culture.question
            where state = 'SET_ASIDE' and answered_at < :before order by answered_at, id limit :most
            """,
            """
            delete from culture.question
            where id = any(cast(:ids as uuid[])) and state = 'SET_ASIDE' and answered_at < :before
            """),
        new TableRetention(
            jdbc,
            new Rule("questions-unanswered", CULTURE, UNANSWERED, Source.PROPOSED, false, false),
            """
            select id, asked_at as at, left(text, 80) as said from culture.question
            where state = 'WAITING' and asked_at < :before order by asked_at, id limit :most
            """,
            """
            delete from culture.question
            where id = any(cast(:ids as uuid[])) and state = 'WAITING' and asked_at < :before
            """),
        new TableRetention(
            jdbc,
            new Rule("reuses-set-aside", CULTURE, SET_ASIDE, Source.PROPOSED, false, true),
            """
            select id, read_at as at, title as said from culture.reuse
            where state = 'SET_ASIDE' and read_at < :before order by read_at, id limit :most
            """,
            """
            delete from culture.reuse
            where id = any(cast(:ids as uuid[])) and state = 'SET_ASIDE' and read_at < :before
            """));
  }
}
