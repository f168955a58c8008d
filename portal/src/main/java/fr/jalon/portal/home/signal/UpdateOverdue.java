package fr.jalon.portal.home.signal;

import fr.jalon.portal.catalog.CatalogPaths;
import java.util.Optional;
import java.util.stream.Stream;

/** A dataset online should have been renewed. */
final class UpdateOverdue implements AuthorityKind {
  @Override
  public String key() {
    return "update-overdue";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.UPDATE);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.datasets().stream()
        .filter(set -> one.tookPart())
        .flatMap(
            set ->
                Stream.ofNullable(set.published())
                    .flatMap(version -> Stream.ofNullable(version.due()))
                    .map(AuthorityFacts::day)
                    .filter(due -> one.isPast(Threshold.UPDATE, due))
                    .map(
                        due ->
                            one.found(
                                this,
                                set.id(),
                                Told.of(set.title(), due),
                                CatalogPaths.care(set.slug()) + "/mise-a-jour")));
  }
}
