package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.questionnaire.Question.Fact;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the portal knows of an authority, and need not ask. */
@Component
class KnownFacts {
  private final Organizations organizations;
  private final Datasets datasets;
  private final Accounts accounts;

  KnownFacts(Organizations organizations, Datasets datasets, Accounts accounts) {
    this.organizations = organizations;
    this.datasets = datasets;
    this.accounts = accounts;
  }

  /** Three statements. */
  Map<Fact, Long> of(UUID organizationId) {
    Map<Fact, Long> facts = new EnumMap<>(Fact.class);
    facts.put(Fact.POPULATION, (long) organizations.get(organizationId).population());
    facts.put(
        Fact.PUBLISHED_DATASETS,
        datasets.listOf(organizationId).stream().filter(one -> one.published() != null).count());
    facts.put(Fact.ACCOUNTS, (long) accounts.listOf(organizationId).size());
    return facts;
  }
}
