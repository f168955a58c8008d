package fr.jalon.portal.upkeep;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
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

/** Who looks after which dataset, and who was reminded of it. */
@Component
class UpkeepDeclaration implements Declaration {
  private static final String UPKEEP = "upkeep";

  /** A yearly dataset is over by then; the line itself stays, so that nobody is reminded twice. */
  private static final Period REMINDER = Period.ofYears(1);

  private final JdbcClient jdbc;

  UpkeepDeclaration(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            UPKEEP,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "datasets-kept",
            "upkeep.care",
            """
            select d.updated_at as at, jsonb_build_object('dataset', d.slug) as data
            from upkeep.care c join catalog.dataset d on d.id = c.dataset_id where c.keeper_id = :id
            """,
            "update upkeep.care set keeper_id = null, revision = revision + 1 where keeper_id = :id"),
        Trace.anonymized(
            "reminders",
            "upkeep.reminder",
            """
            select sent_at as at, jsonb_build_object('email', :email) as data
            from upkeep.reminder where :email = any(recipients)
            """,
            """
            update upkeep.reminder set recipients = array_remove(recipients, :email)
            where :email = any(recipients)
            """),
        Trace.anonymized(
            "handovers",
            "upkeep.handover",
            """
            select at, jsonb_build_object('from', from_name, 'to', to_name, 'by', by_name, 'text', note) as data
            from upkeep.handover
            where (to_id = :id and to_name <> :erased) or nullif(:name, '') in (from_name, to_name, by_name)
              or register.speaks_of(note, :name) or register.speaks_of(note, :email)
            """,
            """
            update upkeep.handover
            set from_name = case when from_name = nullif(:name, '') then :erased else from_name end,
              to_name = case when to_id = :id or to_name = nullif(:name, '') then :erased else to_name end,
              by_name = case when by_name = nullif(:name, '') then :erased else by_name end,
              note = register.without(note, :name, :email, :erased)
            where to_id = :id or nullif(:name, '') in (from_name, to_name, by_name)
              or register.speaks_of(note, :name) or register.speaks_of(note, :email)
            """),
        Trace.anonymized(
            "schedules",
            "upkeep.schedule",
            """
            select accepted_at as at, jsonb_build_object('name', accepted_name, 'address', address) as data
            from upkeep.schedule where accepted_by = :id and accepted_name <> :erased
            """,
            "update upkeep.schedule set accepted_name = :erased where accepted_by = :id"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new TableRetention(
            jdbc,
            new Retention.Rule("reminders", UPKEEP, REMINDER, Source.PROPOSED, false, false),
            """
            select dataset_id || ' ' || due_on || ' ' || stage as id, sent_at as at,
              array_to_string(recipients, ', ') as said
            from upkeep.reminder where sent_at < :before and cardinality(recipients) > 0
            order by 2, 1 limit :most
            """,
            """
            update upkeep.reminder set recipients = '{}'
            where dataset_id || ' ' || due_on || ' ' || stage = any(:ids) and sent_at < :before
              and cardinality(recipients) > 0
            """));
  }
}
