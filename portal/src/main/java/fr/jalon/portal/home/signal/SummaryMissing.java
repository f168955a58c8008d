package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** Notes were taken of a talk, and the authority was shown nothing of it. */
final class SummaryMissing implements AuthorityKind {
  @Override
  public String key() {
    return "summary-missing";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.SUMMARY);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.talks().stream()
        .filter(talk -> one.tookPart() && one.isPast(Threshold.SUMMARY, talk.day()))
        .map(talk -> one.found(this, talk.id(), Told.on(talk.day()), talk.href()));
  }
}
