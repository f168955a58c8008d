package fr.jalon.portal.home.signal;

import fr.jalon.portal.catalog.CatalogPaths;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** After the accompaniment, the authority published something itself. */
final class GoesOnAlone implements AuthorityKind {
  @Override
  public String key() {
    return "goes-on-alone";
  }

  @Override
  public Level level() {
    return Level.GOOD_NEWS;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.GOOD_NEWS);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    LocalDate end = one.endedOn();
    return one.datasets().stream()
        .filter(set -> one.tookPart() && one.isSigned() && !one.isAccompanied())
        .flatMap(
            set ->
                Stream.ofNullable(set.published())
                    .filter(version -> one.people().contains(version.createdBy()))
                    .flatMap(version -> Stream.ofNullable(version.publishedAt()))
                    .map(AuthorityFacts::day)
                    .filter(day -> day.isAfter(end) && one.isNews(day))
                    .map(
                        day ->
                            one.found(
                                this,
                                set.id(),
                                Told.of(set.title(), day),
                                CatalogPaths.dataset(set.slug()))));
  }
}
