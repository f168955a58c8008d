package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** A session took place, and nobody noted who came; a workshop of several is told once. */
final class SessionToNote implements SignalKind {
  @Override
  public String key() {
    return "session-to-note";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.TO_NOTE);
  }

  @Override
  public Stream<Found> look(SeasonFacts season) {
    return Held.in(season)
        .filter(held -> held.sessions().stream().anyMatch(one -> one.isToNote(season.now())))
        .filter(held -> held.isPast(Threshold.TO_NOTE))
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
