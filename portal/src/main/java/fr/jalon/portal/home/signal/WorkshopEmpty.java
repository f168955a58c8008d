package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** A workshop comes near, and more than half of its places are free. */
final class WorkshopEmpty implements SignalKind {
  /** Under half of the places taken, it is worth calling those who did not answer; ours. */
  private static final int HALF = 2;

  @Override
  public String key() {
    return "workshop-empty";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.WORKSHOP);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return told.code();
  }

  @Override
  public Stream<Found> look(SeasonFacts season) {
    return season
        .workshopsToCome()
        .filter(
            one ->
                !one.workshop()
                    .meeting()
                    .day()
                    .isAfter(season.today().plusDays(season.limits().of(Threshold.WORKSHOP))))
        .filter(one -> one.coming() * HALF < one.workshop().capacity())
        .map(
            one ->
                new Found(
                    this,
                    null,
                    one.workshop().id().toString(),
                    Told.of(season.stage(one.workshop().meeting()), one.workshop().meeting().day())
                        .counting(one.coming())
                        .about(String.valueOf(one.workshop().capacity())),
                    one.workshop().href()));
  }
}
