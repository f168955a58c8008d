package fr.jalon.portal.catalog;

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

/** The history of datasets, and the contact they show. */
@Component
class CatalogDeclaration implements Declaration {
  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            "catalog",
            Controller.AUTHORITY,
            LegalBasis.OBLIGATION,
            Set.of(People.AGENTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.ACTS),
            Set.of(Recipient.EVERYONE, Recipient.AUTHORITY, Recipient.FACILITATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "dataset-history",
            "catalog.event",
            """
            select at, jsonb_build_object('name', person_name, 'act', kind, 'reason', reason) as data
            from catalog.event
            where (person_id = :id and person_name <> :erased)
              or register.speaks_of(reason, :name) or register.speaks_of(reason, :email)
            """,
            """
            update catalog.event
            set person_name = case when person_id = :id then :erased else person_name end,
              reason = register.without(reason, :name, :email, :erased)
            where person_id = :id or register.speaks_of(reason, :name) or register.speaks_of(reason, :email)
            """),
        Trace.anonymized(
            "dataset-withdrawals",
            "catalog.dataset",
            """
            select withdrawn_at as at, jsonb_build_object('reason', withdrawal_reason) as data
            from catalog.dataset
            where register.speaks_of(withdrawal_reason, :name) or register.speaks_of(withdrawal_reason, :email)
            """,
            """
            update catalog.dataset
            set withdrawal_reason = register.without(withdrawal_reason, :name, :email, :erased)
            where register.speaks_of(withdrawal_reason, :name) or register.speaks_of(withdrawal_reason, :email)
            """),
        Trace.anonymized(
            "version-withdrawals",
            "catalog.version",
            """
            select withdrawn_at as at, jsonb_build_object('reason', withdrawal_reason) as data
            from catalog.version
            where register.speaks_of(withdrawal_reason, :name) or register.speaks_of(withdrawal_reason, :email)
            """,
            """
            update catalog.version
            set withdrawal_reason = register.without(withdrawal_reason, :name, :email, :erased)
            where register.speaks_of(withdrawal_reason, :name) or register.speaks_of(withdrawal_reason, :email)
            """),
        Trace.kept(
            "dataset-contacts",
            "catalog.version",
            Fate.KEPT_AS_PUBLISHED,
            """
            select created_at as at, jsonb_build_object('title', title, 'email', contact_email, 'text', summary)
              as data
            from catalog.version
            where lower(contact_email) = :email
              or register.speaks_of(title || ' ' || summary, :name)
              or register.speaks_of(title || ' ' || summary, :email)
            """),
        Trace.kept(
            "versions-made",
            "catalog.version",
            Fate.KEPT_FOR_AUTHORITY,
            """
            select created_at as at, jsonb_build_object('title', title) as data
            from catalog.version where created_by = :id or published_by = :id or withdrawn_by = :id
            """));
  }
}
