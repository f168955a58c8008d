package fr.jalon.portal.diagnosis;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Fate;
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

/** Interviews, what facilitators make of levels, and who read what was noted. */
@Component
class DiagnosisDeclaration implements Declaration {
  private static final String INTERVIEWS = "interviews";
  private static final String READINGS = "interview-readings";

  /** A season, its evaluation and the survival measured a year later. */
  private static final Period NOTES = Period.ofYears(3);

  /** At most a year: CNIL, délibération no 2021-122 du 14 octobre 2021 (journalisation). */
  private static final Period READING = Period.ofYears(1);

  private final JdbcClient jdbc;

  DiagnosisDeclaration(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            INTERVIEWS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.CONTACTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMPLOYER, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.FACILITATORS, Recipient.ADMINISTRATORS)),
        new Treatment(
            READINGS,
            Controller.ORGANIZER,
            LegalBasis.OBLIGATION,
            Set.of(People.STAFF),
            Set.of(Data.IDENTITY, Data.ACTS),
            Set.of(Recipient.FACILITATORS, Recipient.ADMINISTRATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "adjustments",
            "diagnosis.adjustment",
            """
            select at, jsonb_build_object('by', by_name, 'reason', reason) as data
            from diagnosis.adjustment
            where by_name = nullif(:name, '') or register.speaks_of(reason, :name)
              or register.speaks_of(reason, :email)
            """,
            """
            update diagnosis.adjustment
            set by_name = case when by_name = nullif(:name, '') then :erased else by_name end,
              reason = register.without(reason, :name, :email, :erased)
            where by_name = nullif(:name, '') or register.speaks_of(reason, :name)
              or register.speaks_of(reason, :email)
            """),
        // its levels do not move: names alone go
        Trace.anonymized(
            "diagnoses-frozen",
            "diagnosis.snapshot",
            """
            select at, jsonb_build_object('by', by_name, 'title', name) as data from diagnosis.snapshot
            where by_name = nullif(:name, '') or register.speaks_of(name || ' ' || content, :name)
              or register.speaks_of(name || ' ' || content, :email)
            """,
            """
            update diagnosis.snapshot
            set by_name = case when by_name = nullif(:name, '') then :erased else by_name end,
              name = register.without(name, :name, :email, :erased),
              content = register.without(content, :name, :email, :erased)
            where by_name = nullif(:name, '') or register.speaks_of(name || ' ' || content, :name)
              or register.speaks_of(name || ' ' || content, :email)
            """),
        Trace.anonymized(
                INTERVIEWS,
                "diagnosis.interview",
                """
            select at, jsonb_build_object('name', met, 'by', author, 'text', notes || ' ' || summary)
              as data
            from diagnosis.interview
            where register.speaks_of(concat_ws(' ', met, consent, notes, summary, released_by, author), :name)
              or register.speaks_of(concat_ws(' ', met, consent, notes, summary), :email)
            """,
                """
            update diagnosis.interview
            set met = register.without(met, :name, :email, :erased),
              consent = register.without(consent, :name, :email, :erased),
              notes = register.without(notes, :name, :email, :erased),
              summary = register.without(summary, :name, :email, :erased),
              released_by = register.without(released_by, :name, :email, :erased),
              author = register.without(author, :name, :email, :erased)
            where register.speaks_of(concat_ws(' ', met, consent, notes, summary, released_by, author), :name)
              or register.speaks_of(concat_ws(' ', met, consent, notes, summary), :email)
            """)
            .asReserved(),
        Trace.kept(
            READINGS,
            "diagnosis.reading",
            Fate.KEPT_AS_PROOF,
            """
            select at, jsonb_build_object('name', person_name) as data from diagnosis.reading
            where person_id = :id
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new TableRetention(
            jdbc,
            new Rule(INTERVIEWS, INTERVIEWS, NOTES, Source.PROPOSED, false, false),
            """
            select i.id, i.at, b.name || ' · ' || i.met as said
            from diagnosis.interview i join programme.beneficiary b on b.id = i.beneficiary_id
            where i.at < :before order by 2, 1 limit :most
            """,
            "delete from diagnosis.interview where id::text = any(:ids) and at < :before"),
        new TableRetention(
            jdbc,
            new Rule(READINGS, READINGS, READING, Source.RECOMMENDATION, false, false),
            """
            select id, at, person_name as said from diagnosis.reading
            where at < :before order by 2, 1 limit :most
            """,
            "delete from diagnosis.reading where id::text = any(:ids) and at < :before"));
  }
}
