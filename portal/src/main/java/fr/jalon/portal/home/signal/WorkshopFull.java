package fr.jalon.portal.home.signal;

import java.util.stream.Stream;

/** A workshop to come has no place left, and people wait for one. */
final class WorkshopFull implements SignalKind {
  @Override
  public String key() {
    return "workshop-full";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Stream<Found> look(SeasonFacts season) {
    return season
        .workshopsToCome()
        .filter(one -> one.waiting() > 0 && one.isFull())
        .map(
            one ->
                new Found(
                    this,
                    null,
                    one.workshop().id().toString(),
                    Told.of(season.stage(one.workshop().meeting()), one.workshop().meeting().day())
                        .counting(one.waiting()),
                    one.workshop().href()));
  }
}
