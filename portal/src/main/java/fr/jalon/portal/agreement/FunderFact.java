package fr.jalon.portal.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An act of a funder as it was recorded.
 *
 * @param author name of who recorded it, then
 */
public record FunderFact(UUID id, Instant recordedAt, UUID authorId, String author, FunderAct act) {

  /** Those that nobody corrected, in the order in which they were recorded. */
  public static List<FunderFact> standing(List<FunderFact> facts) {
    Set<UUID> wrong =
        facts.stream()
            .filter(fact -> fact.act() instanceof FunderAct.Corrected)
            .map(fact -> ((FunderAct.Corrected) fact.act()).fact())
            .collect(Collectors.toSet());
    return facts.stream()
        .filter(fact -> !(fact.act() instanceof FunderAct.Corrected))
        .filter(fact -> !wrong.contains(fact.id()))
        .toList();
  }

  static Euros called(List<FunderFact> facts, String funder, LocalDate day) {
    return Euros.sum(
        standing(facts).stream()
            .map(FunderFact::act)
            .filter(act -> !act.on().isAfter(day))
            .filter(FunderAct.Called.class::isInstance)
            .map(FunderAct.Called.class::cast)
            .filter(act -> act.funder().equals(funder))
            .map(FunderAct.Called::amount)
            .toList());
  }

  static Euros received(List<FunderFact> facts, String funder, LocalDate day) {
    return Euros.sum(
        standing(facts).stream()
            .map(FunderFact::act)
            .filter(act -> !act.on().isAfter(day))
            .filter(FunderAct.Received.class::isInstance)
            .map(FunderAct.Received.class::cast)
            .filter(act -> act.funder().equals(funder))
            .map(FunderAct.Received::amount)
            .toList());
  }
}
