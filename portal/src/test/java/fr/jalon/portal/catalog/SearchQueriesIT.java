package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.catalog.SampleCatalogue.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sixty queries, written before any answer was looked at, asked of a small catalogue; {@code
 * ./jalon bench catalogue} asks them of a hundred thousand datasets.
 */
class SearchQueriesIT extends CatalogIT {
  /** Of the sixty, how many must find what is wanted among the first five. */
  static final int PROMISED = 57;

  static final int AMONG = 5;

  @Autowired private CatalogSearch search;
  @Autowired private SearchEntries entries;
  @Autowired private JdbcClient jdbc;

  @Test
  void findsWhatIsWantedWhateverTheWordsForIt() {
    SampleCatalogue catalogue = new SampleCatalogue(jdbc);
    catalogue.publish(catalogue.towns(0));
    entries.catchUp();

    List<String> missed = missed(search);

    assertThat(SampleCatalogue.queries()).hasSize(60);
    assertThat(missed)
        .as("queries that do not find what is wanted among the first %d", AMONG)
        .hasSizeLessThanOrEqualTo(60 - PROMISED);
  }

  /** The queries whose wanted dataset is not among the first five, with what came instead. */
  static List<String> missed(CatalogSearch search) {
    List<String> missed = new ArrayList<>();
    for (Query query : SampleCatalogue.queries()) {
      String wanted = SampleCatalogue.slug(query.subject(), query.insee());
      List<String> found =
          search.find(CatalogQuery.of(Map.of("q", query.text()))).datasets().stream()
              .limit(AMONG)
              .map(Dataset::slug)
              .toList();
      if (!found.contains(wanted)) {
        missed.add(query.text() + ": wanted " + wanted + ", found " + found);
      }
    }
    return missed;
  }
}
