package fr.jalon.portal.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

  /**
   * The day of the last thing that happened to it, its end among them; a payment may come later.
   */
  Optional<LocalDate> findLast() {
    Reckoning reckoning = reckon();
    return Stream.concat(
            reckoning.findLastDay().stream(),
            reckoning.facts().stream().map(fact -> fact.act().on()))
        .max(Comparator.naturalOrder());
  }
}
