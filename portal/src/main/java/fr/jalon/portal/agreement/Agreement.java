package fr.jalon.portal.agreement;

import java.util.List;
import java.util.UUID;

/**
 * The agreement of a local authority for a season.
 *
 * @param seasonId known by its id alone
 * @param text the season's, as it was when it was drafted
 * @param revision counts the facts
 * @param facts all of them, in the order in which they were recorded
 */
public record Agreement(
    UUID id,
    UUID organizationId,
    UUID seasonId,
    AgreementText text,
    int revision,
    List<Fact> facts) {
  public Agreement {
    facts = List.copyOf(facts);
  }

  /** What follows from its facts. */
  public Reckoning reckon() {
    return Reckoning.of(facts);
  }
}
