package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** The agreement was drafted, and is not signed by both. */
final class AgreementUnsigned implements AuthorityKind {
  @Override
  public String key() {
    return "agreement-unsigned";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.UNSIGNED);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.followed().reckoning().facts().stream()
        .limit(1)
        .map(fact -> fact.act().on())
        .filter(drafted -> one.position().status().isBeforeForce())
        .filter(drafted -> one.isPast(Threshold.UNSIGNED, drafted))
        .map(
            drafted ->
                one.found(
                    this, one.followed().agreement().id(), Told.on(drafted), one.agreementHref()));
  }
}
