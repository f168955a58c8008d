package fr.jalon.portal.home.signal;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The authority opened its first dataset. */
final class FirstDataset implements AuthorityKind {
  @Override
  public String key() {
    return "first-dataset";
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
    return one.datasets().stream()
        .filter(set -> one.tookPart() && set.published() != null)
        .min(Comparator.comparing(FirstDataset::opened))
        .filter(set -> one.isNews(opened(set)))
        .map(
            set ->
                one.found(
                    this,
                    "first",
                    Told.of(set.title(), opened(set)),
                    CatalogPaths.dataset(set.slug())))
        .stream();
  }

  /** Of one that was corrected since, the day it was first in the sandbox stands for it. */
  private static LocalDate opened(Dataset set) {
    Version version = set.current();
    Instant published = version.publishedAt();
    boolean first = version.number() == 1 && published != null;
    return AuthorityFacts.day(first && published != null ? published : set.createdAt());
  }
}
