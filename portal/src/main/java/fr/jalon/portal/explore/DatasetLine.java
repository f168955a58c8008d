package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Version;
import java.time.Instant;
import java.util.stream.Collectors;

/** A dataset as lists show it. */
public record DatasetLine(
    String href,
    String title,
    String promise,
    Publisher publisher,
    long rows,
    Instant updatedAt,
    String formats) {

  static DatasetLine of(Dataset dataset, Publisher publisher) {
    Version version = dataset.current();
    Instant published = version.publishedAt();
    return new DatasetLine(
        CatalogPaths.dataset(dataset.slug()),
        version.description().title(),
        version.description().promise(),
        publisher,
        version.rows(),
        published == null ? version.createdAt() : published,
        version.filesInOrder().stream()
            .map(file -> file.format().title())
            .collect(Collectors.joining(", ")));
  }
}
