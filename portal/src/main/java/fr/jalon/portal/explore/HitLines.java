package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Highlights;
import fr.jalon.portal.catalog.Highlights.Marker;
import fr.jalon.portal.catalog.Marked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the answers of a search into lines that show what was sought. */
@Component
class HitLines {
  /** Columns, and values, that a line names: enough to see why it is there. */
  private static final int SHOWN = 3;

  /** Columns of a dataset that are looked at. */
  private static final int LOOKED_AT = 100;

  private final DatasetLines lines;
  private final Highlights highlights;

  HitLines(DatasetLines lines, Highlights highlights) {
    this.lines = lines;
    this.highlights = highlights;
  }

  List<HitLine> of(SearchResults results) {
    List<DatasetLine> all = lines.of(results.datasets());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      DatasetLine line = all.get(i);
      texts.addAll(List.of(line.title(), line.promise(), line.publisher().name()));
      columns(results.datasets().get(i)).map(ColumnDescription::title).forEach(texts::add);
      labels(results.datasets().get(i)).forEach(texts::add);
    }
    Marker marker = highlights.of(texts, results.stems());
    List<HitLine> hits = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      hits.add(hit(all.get(i), results.datasets().get(i), marker));
    }
    return hits;
  }

  private static HitLine hit(DatasetLine line, Dataset dataset, Marker marker) {
    Set<String> told = new HashSet<>(marker.held(line.title()));
    told.addAll(marker.held(line.promise()));
    told.addAll(marker.held(line.publisher().name()));
    return new HitLine(
        line,
        marker.mark(line.title()),
        marker.mark(line.promise()),
        marker.mark(line.publisher().name()),
        telling(columns(dataset).map(ColumnDescription::title), told, marker),
        telling(labels(dataset), told, marker));
  }

  private static List<Marked> telling(Stream<String> texts, Set<String> told, Marker marker) {
    return texts
        .distinct()
        .filter(text -> !told.containsAll(marker.held(text)))
        .limit(SHOWN)
        .map(marker::mark)
        .toList();
  }

  private static Stream<ColumnDescription> columns(Dataset dataset) {
    return dataset.current().columns().stream().limit(LOOKED_AT);
  }

  private static Stream<String> labels(Dataset dataset) {
    return columns(dataset).flatMap(column -> column.labels().stream());
  }
}
