package fr.jalon.portal.checklist;

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

/** Who said what of which item, and who takes care of it. */
@Component
class ChecklistDeclaration implements Declaration {
  private static final String CHECKLISTS = "checklists";

  /** As long as attendance: what shows funders what was done, until their checks are over. */
  private static final Period NAMES = Period.ofYears(5);

  private final JdbcClient jdbc;

  ChecklistDeclaration(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            CHECKLISTS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "checklist-marks",
            "checklist.mark",
            """
            select at, jsonb_build_object('name', person_name, 'by', owner, 'text', words, 'address', link)
              as data
            from checklist.mark
            where (person_id = :id and person_name <> :erased)
              or register.speaks_of(concat_ws(' ', owner, words, link), :name)
              or register.speaks_of(concat_ws(' ', owner, words, link), :email)
            """,
            """
            update checklist.mark
            set person_name = case when person_id = :id then :erased else person_name end,
              owner = register.without(owner, :name, :email, :erased),
              words = register.without(words, :name, :email, :erased),
              link = register.without(link, :name, :email, :erased)
            where person_id = :id or register.speaks_of(concat_ws(' ', owner, words, link), :name)
              or register.speaks_of(concat_ws(' ', owner, words, link), :email)
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new TableRetention(
            jdbc,
            new Retention.Rule("checklist-marks", CHECKLISTS, NAMES, Source.PROPOSED, false, false),
            """
            select concat_ws(' ', beneficiary_id, subject_id, item, revision) as id, at,
              concat_ws(' · ', person_name, nullif(owner, '')) as said
            from checklist.mark where at < :before and person_id is not null order by 2, 1 limit :most
            """,
            """
            update checklist.mark set person_id = null, person_name = :erased, owner = ''
            where concat_ws(' ', beneficiary_id, subject_id, item, revision) = any(:ids)
              and at < :before and person_id is not null
            """));
  }
}
