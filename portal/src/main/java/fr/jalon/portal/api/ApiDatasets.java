package fr.jalon.portal.api;

import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.Correction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of datasets, what it can be narrowed by, and how the question was understood.
 *
 * @param facets by parameter, their most frequent values: each may be given back as it is
 */
record ApiDatasets(
    List<ApiDataset> data,
    ApiPage.Links links,
    ApiPage.Meta meta,
    Map<String, List<Choice>> facets,
    Understood search) {
  ApiDatasets {
    data = List.copyOf(data);
  }

  /**
   * @param title of the value when the datasets say it
   * @param count datasets that bear it, counted as if nothing of that facet were chosen
   */
  record Choice(String value, @Nullable String title, long count) {}

  /**
   * @param loosened true when no dataset held all the words: these hold some
   * @param corrections words that no dataset holds, and what was sought in their place
   */
  record Understood(boolean loosened, List<Correction> corrections) {}

  static ApiDatasets of(ApiPage<ApiDataset> page, SearchResults found) {
    Map<String, List<Choice>> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      facets.put(
          ApiSearch.name(facet),
          found.choices(facet).stream()
              .map(
                  choice ->
                      new Choice(
                          ApiSearch.written(facet, choice.value()), choice.title(), choice.count()))
              .toList());
    }
    return new ApiDatasets(
        page.data(),
        page.links(),
        page.meta(),
        facets,
        new Understood(found.loosened(), found.corrections()));
  }
}
