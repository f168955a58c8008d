package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** The agreement ends soon. */
final class EndNear implements AuthorityKind {
  @Override
  public String key() {
    return "end-near";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.END_NEAR);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return Stream.ofNullable(one.position().lastDay())
        .filter(last -> one.isSigned() && !one.position().status().isOver())
        .filter(last -> !one.today().plusDays(one.limits().of(Threshold.END_NEAR)).isBefore(last))
        .map(
            last ->
                one.found(
                    this, one.followed().agreement().id(), Told.on(last), one.agreementHref()));
  }
}
