package fr.jalon.portal.home.signal;

import fr.jalon.portal.catalog.CatalogPaths;
import java.util.Optional;
import java.util.stream.Stream;

/** What was published is no longer to be seen. */
final class DatasetWithdrawn implements AuthorityKind {
  @Override
  public String key() {
    return "dataset-withdrawn";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.WITHDRAWN);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.datasets().stream()
        .filter(set -> one.tookPart())
        .flatMap(
            set ->
                Stream.ofNullable(set.tombstone())
                    .map(stone -> AuthorityFacts.day(stone.withdrawal().at()))
                    .filter(day -> one.isPast(Threshold.WITHDRAWN, day))
                    .map(
                        day ->
                            one.found(
                                this,
                                set.id(),
                                Told.of(set.title(), day),
                                CatalogPaths.care(set.slug()))));
  }
}
