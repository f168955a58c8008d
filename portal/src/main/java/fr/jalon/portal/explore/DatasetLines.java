package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes datasets into the lines of a list. */
@Component
class DatasetLines {
  private final Publishers publishers;

  DatasetLines(Publishers publishers) {
    this.publishers = publishers;
  }

  List<DatasetLine> of(List<Dataset> datasets) {
    Map<UUID, Publisher> known = publishers.of(datasets);
    return datasets.stream()
        .map(
            dataset ->
                DatasetLine.of(
                    dataset,
                    Optional.ofNullable(known.get(dataset.publisherId()))
                        .orElseGet(() -> publishers.get(dataset.publisherId()))))
        .toList();
  }
}
