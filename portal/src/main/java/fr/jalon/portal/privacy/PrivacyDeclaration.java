package fr.jalon.portal.privacy;

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

/** What is noted of the requests of people, to show that they were answered. */
@Component
class PrivacyDeclaration implements Declaration {
  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            "rights",
            Controller.ORGANIZER,
            LegalBasis.OBLIGATION,
            Set.of(People.STAFF),
            Set.of(Data.IDENTITY, Data.ACTS),
            Set.of(Recipient.ADMINISTRATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.kept(
            "privacy-journal",
            "privacy.journal",
            Fate.KEPT_AS_PROOF,
            """
            select at, jsonb_build_object('name', by_name, 'act', kind, 'reason', reference) as data
            from privacy.journal where by_id = :id
            """),
        Trace.kept(
            "acceptances",
            "privacy.acceptance",
            Fate.KEPT_AS_PROOF,
            """
            select accepted_at as at, jsonb_build_object('name', accepted_name, 'act', retention) as data
            from privacy.acceptance where accepted_by = :id
            """));
  }
}
