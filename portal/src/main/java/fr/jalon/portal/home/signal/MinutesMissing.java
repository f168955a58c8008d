package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Session.State;
import java.util.Optional;
import java.util.stream.Stream;

/** A session was held, and has no minutes; a workshop of several is told once. */
final class MinutesMissing implements SignalKind {
  @Override
  public String key() {
    return "minutes-missing";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.MINUTES);
  }

  @Override
  public Stream<Found> look(SeasonFacts season) {
    return Held.in(season)
        .filter(held -> held.sessions().stream().anyMatch(one -> one.state() == State.HELD))
        .filter(held -> held.meeting().note().isBlank() && held.isPast(Threshold.MINUTES))
        .map(
            held ->
                new Found(
                    this,
                    held.beneficiaryId(),
                    held.meeting().id().toString(),
                    held.told(),
                    held.meeting().href()));
  }
}
