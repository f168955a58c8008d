package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.document.PaperRemoval;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Candidacies, the accompaniment, and who reads what is written of it. */
@Component
class ProgrammeDeclaration implements Declaration {
  private static final String CANDIDACIES = "candidacies";
  private static final String ACCOMPANIMENT = "accompaniment";
  private static final String READINGS = "note-readings";

  /** As long as a refusal may still be discussed, and the next call has passed. */
  private static final Period REFUSED = Period.ofYears(2);

  /** Notes serve the accompaniment, then its evaluation. */
  private static final Period NOTES = Period.ofYears(2);

  /** What shows funders that sessions were held, until their checks are over. */
  private static final Period ATTENDANCE = Period.ofYears(5);

  /** At most a year: CNIL, délibération no 2021-122 du 14 octobre 2021 (journalisation). */
  private static final Period READING = Period.ofYears(1);

  private final JdbcClient jdbc;
  private final Agreements agreements;
  private final PaperRemoval papers;

  ProgrammeDeclaration(JdbcClient jdbc, Agreements agreements, PaperRemoval papers) {
    this.jdbc = jdbc;
    this.agreements = agreements;
    this.papers = papers;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            CANDIDACIES,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.CONTACTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.PHONE, Data.EMPLOYER, Data.FREE_TEXT),
            Set.of(Recipient.FACILITATORS, Recipient.ADMINISTRATORS)),
        new Treatment(
            ACCOMPANIMENT,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.CONTACTS, People.STAFF, People.SIGNATORIES),
            Set.of(
                Data.IDENTITY,
                Data.EMAIL,
                Data.EMPLOYER,
                Data.ATTENDANCE,
                Data.ACTS,
                Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS, Recipient.FUNDERS)),
        new Treatment(
            READINGS,
            Controller.ORGANIZER,
            LegalBasis.OBLIGATION,
            Set.of(People.STAFF),
            Set.of(Data.IDENTITY, Data.ACTS),
            Set.of(Recipient.ADMINISTRATORS)));
  }

  @Override
  public List<Trace> traces() {
    return Stream.concat(aroundSessions().stream(), ofTheSeason().stream()).toList();
  }

  private static List<Trace> ofTheSeason() {
    return List.of(
        Trace.anonymized(
            "candidacies",
            "programme.candidacy",
            """
            select sent_at as at, jsonb_build_object('name', contact_name, 'email', contact_email,
              'phone', contact_phone, 'text', reasons, 'authority', name, 'by', decided_by, 'reason', reason)
              as data
            from programme.candidacy
            where lower(contact_email) = :email or decided_by = nullif(:name, '')
              or register.speaks_of(reasons || ' ' || reason, :name) or register.speaks_of(reasons || ' ' || reason, :email)
            """,
            """
            update programme.candidacy
            set contact_name = case when lower(contact_email) = :email then :erased else contact_name end,
              contact_phone = case when lower(contact_email) = :email then '' else contact_phone end,
              contact_email = case when lower(contact_email) = :email then 'efface@jalon.invalid'
                else contact_email end,
              decided_by = case when decided_by = nullif(:name, '') then :erased else decided_by end,
              reasons = register.without(reasons, :name, :email, :erased),
              reason = register.without(reason, :name, :email, :erased)
            where lower(contact_email) = :email or decided_by = nullif(:name, '')
              or register.speaks_of(reasons || ' ' || reason, :name) or register.speaks_of(reasons || ' ' || reason, :email)
            """),
        Trace.kept(
            "beneficiaries",
            "programme.beneficiary",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select accepted_at as at, jsonb_build_object('authority', name,
              'signatory', dossier::jsonb ->> 'signatory') as data
            from programme.beneficiary
            where register.speaks_of(dossier, :name) or register.speaks_of(dossier, :email)
            """),
        Trace.kept(
            "designations",
            "programme.designation",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select at, jsonb_build_object('name', person_name, 'by', by_name) as data
            from programme.designation where person_id = :id or nullif(:name, '') in (person_name, by_name)
            """),
        Trace.kept(
            "seasons",
            "programme.season",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select created_at as at, jsonb_build_object('title', slug) as data from programme.season
            where register.speaks_of(plan, :name) or register.speaks_of(plan, :email)
            """),
        Trace.anonymized(
            "memberships",
            "programme.membership",
            """
            select at, jsonb_build_object('by', by_name, 'reason', reason) as data from programme.membership
            where by_name = nullif(:name, '') or register.speaks_of(reason, :name)
              or register.speaks_of(reason, :email)
            """,
            """
            update programme.membership
            set by_name = case when by_name = nullif(:name, '') then :erased else by_name end,
              reason = register.without(reason, :name, :email, :erased)
            where by_name = nullif(:name, '') or register.speaks_of(reason, :name)
              or register.speaks_of(reason, :email)
            """),
        Trace.anonymized(
                "notes",
                "programme.note",
                """
            select at, jsonb_build_object('name', author_name, 'text', text) as data from programme.note
            where (author_id = :id and author_name <> :erased) or register.speaks_of(text, :name)
              or register.speaks_of(text, :email)
            """,
                """
            update programme.note
            set author_name = case when author_id = :id then :erased else author_name end,
              text = register.without(text, :name, :email, :erased)
            where author_id = :id or register.speaks_of(text, :name) or register.speaks_of(text, :email)
            """)
            .asReserved(),
        Trace.kept(
            "note-readings",
            "programme.note_reading",
            Fate.KEPT_AS_PROOF,
            """
            select r.at, jsonb_build_object('name', r.reader_name, 'authority', b.name) as data
            from programme.note_reading r join programme.beneficiary b on b.id = r.beneficiary_id
            where r.reader_id = :id
            """));
  }

  private static List<Trace> aroundSessions() {
    return List.of(
        Trace.anonymized(
            "meetings",
            "programme.meeting",
            """
            select starts_at as at, jsonb_build_object('by', created_by, 'place', place, 'text', note) as data
            from programme.meeting
            where created_by = nullif(:name, '')
              or register.speaks_of(concat_ws(' ', note, place, link), :name)
              or register.speaks_of(concat_ws(' ', note, place, link), :email)
            """,
            """
            update programme.meeting
            set created_by = case when created_by = nullif(:name, '') then :erased else created_by end,
              note = register.without(note, :name, :email, :erased),
              place = register.without(place, :name, :email, :erased),
              link = register.without(link, :name, :email, :erased)
            where created_by = nullif(:name, '')
              or register.speaks_of(concat_ws(' ', note, place, link), :name)
              or register.speaks_of(concat_ws(' ', note, place, link), :email)
            """),
        Trace.kept(
            "sessions-noted",
            "programme.session",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select coalesce(noted_at, counted_at) as at, jsonb_build_object('by', noted_by,
              'confirmed', counted_by, 'reason', counted_reason) as data
            from programme.session
            where nullif(:name, '') in (noted_by, counted_by)
              or register.speaks_of(counted_reason, :name) or register.speaks_of(counted_reason, :email)
            """),
        Trace.anonymized(
            "attendance",
            "programme.participant",
            """
            select m.starts_at as at, jsonb_build_object('name', p.name, 'email', p.email, 'place', m.place,
              'coming', p.coming) as data
            from programme.participant p join programme.session s on s.id = p.session_id
              join programme.meeting m on m.id = s.meeting_id
            where (p.person_id = :id and p.name <> :erased) or lower(p.email) = :email
            """,
            """
            update programme.participant
            set name = :erased, email = 'efface-' || id || '@jalon.invalid', coming = false
            where person_id = :id or lower(email) = :email
            """),
        Trace.erased(
            "calendars",
            "programme.calendar",
            """
            select cast(null as timestamptz) as at, jsonb_build_object() as data from programme.calendar
            where person_id = :id
            """,
            "delete from programme.calendar where person_id = :id"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new CandidacyRetention(
            jdbc,
            new Rule("refused-candidacies", CANDIDACIES, REFUSED, Source.PROPOSED, true, false),
            papers),
        new EndedRetention(
            jdbc,
            agreements,
            new Rule(
                "accepted-candidacies", CANDIDACIES, ATTENDANCE, Source.PROPOSED, false, false),
            """
            select c.id, c.sent_at as at, c.name || ' · ' || c.contact_name as said
            from programme.candidacy c join programme.beneficiary b
              on b.season_id = c.season_id and b.organization_id = c.organization_id
            where c.standing = 'ACCEPTED' and b.agreement_id = any(:over)
              and c.contact_email <> 'efface@jalon.invalid'
            order by 2, 1 limit :most
            """,
            """
            update programme.candidacy c
            set contact_name = :erased, contact_email = 'efface@jalon.invalid', contact_phone = ''
            from programme.beneficiary b
            where c.id::text = any(:ids) and b.season_id = c.season_id
              and b.organization_id = c.organization_id and b.agreement_id = any(:over)
            """),
        new MeetingPaperRetention(
            jdbc,
            agreements,
            new Rule("meeting-papers", ACCOMPANIMENT, ATTENDANCE, Source.PROPOSED, true, false),
            papers),
        new EndedRetention(
            jdbc,
            agreements,
            new Rule("notes", ACCOMPANIMENT, NOTES, Source.PROPOSED, false, false),
            """
            select n.id, n.at, b.name || ' · ' || n.author_name as said
            from programme.note n join programme.beneficiary b on b.id = n.beneficiary_id
            where b.agreement_id = any(:over) order by 2, 1 limit :most
            """,
            """
            delete from programme.note n using programme.beneficiary b
            where n.id::text = any(:ids) and b.id = n.beneficiary_id and b.agreement_id = any(:over)
            """),
        new EndedRetention(
            jdbc,
            agreements,
            new Rule("attendance", ACCOMPANIMENT, ATTENDANCE, Source.PROPOSED, false, false),
            """
            select p.id, m.starts_at as at, p.name || ' · ' || b.name as said
            from programme.participant p join programme.session s on s.id = p.session_id
              join programme.meeting m on m.id = s.meeting_id
              join programme.beneficiary b on b.id = s.beneficiary_id
            where b.agreement_id = any(:over) and p.email not like 'efface-%@jalon.invalid'
            order by 2, 1 limit :most
            """,
            """
            update programme.participant p
            set name = :erased, email = 'efface-' || p.id || '@jalon.invalid', person_id = null
            from programme.session s join programme.beneficiary b on b.id = s.beneficiary_id
            where p.id::text = any(:ids) and s.id = p.session_id and b.agreement_id = any(:over)
            """),
        new TableRetention(
            jdbc,
            new Rule(READINGS, READINGS, READING, Source.RECOMMENDATION, false, false),
            """
            select r.id, r.at, r.reader_name || ' · ' || b.name as said
            from programme.note_reading r join programme.beneficiary b on b.id = r.beneficiary_id
            where r.at < :before order by 2, 1 limit :most
            """,
            "delete from programme.note_reading where id::text = any(:ids) and at < :before"));
  }
}
