package fr.jalon.portal.deposit;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Fate;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.register.Treatment.Controller;
import fr.jalon.portal.register.Treatment.Data;
import fr.jalon.portal.register.Treatment.LegalBasis;
import fr.jalon.portal.register.Treatment.People;
import fr.jalon.portal.register.Treatment.Recipient;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Deposits and what was decided in them; the files themselves are the authority's. */
@Component
class DepositDeclaration implements Declaration {
  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            "deposits",
            Controller.AUTHORITY,
            LegalBasis.OBLIGATION,
            Set.of(People.AGENTS, People.STAFF, People.PEOPLE_OF_FILES),
            Set.of(Data.IDENTITY, Data.ACTS, Data.FILES),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS, Recipient.HOST)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.kept(
            "deposits",
            "deposit.deposit",
            Fate.KEPT_FOR_AUTHORITY,
            """
            select created_at as at, jsonb_build_object('file', file_name, 'status', step) as data
            from deposit.deposit where person_id = :id or saved_by = :id
            """),
        Trace.kept(
            "deposit-contacts",
            "deposit.deposit",
            Fate.KEPT_AS_PUBLISHED,
            """
            select created_at as at, jsonb_build_object('file', file_name) as data from deposit.deposit
            where register.speaks_of(coalesce(description, '') || ' ' || file_name, :email)
              or register.speaks_of(coalesce(description, '') || ' ' || file_name, :name)
            """),
        Trace.kept(
            "imports",
            "deposit.import",
            Fate.KEPT_FOR_AUTHORITY,
            """
            select created_at as at, jsonb_build_object('address', address) as data
            from deposit.import where person_id = :id
            """),
        Trace.kept(
            "visas",
            "deposit.visa",
            Fate.KEPT_AS_PROOF,
            """
            select given_at as at, jsonb_build_object('name', person_name, 'act', side) as data
            from deposit.visa where person_id = :id
            """),
        Trace.kept(
            "protection-decisions",
            "deposit.decision",
            Fate.KEPT_AS_PROOF,
            """
            select decided_at as at, jsonb_build_object('name', decided_name, 'confirmed', confirmed_name,
              'subject', subject, 'reason', reason) as data
            from deposit.decision
            where decided_by = :id or confirmed_by = :id
              or register.speaks_of(coalesce(reason, '') || ' ' || reference, :name)
            """),
        Trace.anonymized(
            "deposit-history",
            "deposit.event",
            """
            select at, jsonb_build_object('name', person_name, 'act', what, 'reason', detail) as data
            from deposit.event
            where (person_id = :id and person_name <> :erased)
              or register.speaks_of(detail, :name) or register.speaks_of(detail, :email)
            """,
            """
            update deposit.event
            set person_name = case when person_id = :id then :erased else person_name end,
              detail = register.without(detail, :name, :email, :erased)
            where person_id = :id or register.speaks_of(detail, :name) or register.speaks_of(detail, :email)
            """),
        Trace.anonymized(
            "suggested-mends",
            "deposit.suggested_mend",
            """
            select at, jsonb_build_object('name', by_name, 'by', settled_by) as data
            from deposit.suggested_mend
            where (by_id = :id and by_name <> :erased) or settled_by = nullif(:name, '')
            """,
            """
            update deposit.suggested_mend
            set by_name = case when by_id = :id then :erased else by_name end,
              settled_by = case when settled_by = nullif(:name, '') then :erased else settled_by end
            where by_id = :id or settled_by = nullif(:name, '')
            """),
        Trace.anonymized(
            "requests-for-change",
            "deposit.request_for_change",
            """
            select asked_at as at, jsonb_build_object('name', person_name, 'text', note) as data
            from deposit.request_for_change
            where (person_id = :id and person_name <> :erased)
              or register.speaks_of(note, :name) or register.speaks_of(note, :email)
            """,
            """
            update deposit.request_for_change
            set person_name = case when person_id = :id then :erased else person_name end,
              note = register.without(note, :name, :email, :erased)
            where person_id = :id or register.speaks_of(note, :name) or register.speaks_of(note, :email)
            """));
  }
}
