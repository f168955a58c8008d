package fr.jalon.portal.agreement;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Fate;
import fr.jalon.portal.register.Retention;
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

/** Agreements and their money: kept whole, as the supporting documents of public spending. */
@Component
class AgreementDeclaration implements Declaration {
  private final AgreementRetention retention;

  AgreementDeclaration(AgreementRetention retention) {
    this.retention = retention;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            AgreementRetention.TREATMENT,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.SIGNATORIES, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMPLOYER, Data.ACTS),
            Set.of(
                Recipient.AUTHORITY,
                Recipient.FACILITATORS,
                Recipient.FINANCE,
                Recipient.ACCOUNTANT,
                Recipient.FUNDERS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.kept(
            "agreement-facts",
            "agreement.fact",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select recorded_at as at, jsonb_build_object('name', author_name, 'act', act::jsonb ->> 'type',
              'file', document_name) as data
            from agreement.fact
            where author_id = :id or author_name = nullif(:name, '')
              or register.speaks_of(act || ' ' || coalesce(document_name, ''), :name)
              or register.speaks_of(act || ' ' || coalesce(document_name, ''), :email)
            """),
        Trace.kept(
            "funder-facts",
            "agreement.funder_fact",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select recorded_at as at, jsonb_build_object('name', author_name) as data
            from agreement.funder_fact
            where author_id = :id or author_name = nullif(:name, '')
              or register.speaks_of(act, :name) or register.speaks_of(act, :email)
            """),
        Trace.kept(
            "agreement-texts",
            "agreement.agreement",
            Fate.KEPT_FOR_ACCOUNTS,
            """
            select created_at as at, jsonb_build_object() as data from agreement.agreement
            where register.speaks_of(text, :name) or register.speaks_of(text, :email)
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(retention);
  }
}
