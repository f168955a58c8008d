package fr.jalon.portal.explore;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogQuery.Order;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.CatalogSearch.Choice;
import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.explore.ListView.FacetView;
import fr.jalon.portal.explore.ListView.Option;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Pager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the answers of a search into words and links. */
@Component
class ListViews {
  private final Publishers publishers;
  private final DatasetLines lines;

  ListViews(Publishers publishers, DatasetLines lines) {
    this.publishers = publishers;
    this.lines = lines;
  }

  ListView of(SearchResults results, Messages messages) {
    CatalogQuery query = results.query();
    return new ListView(
        query.text(),
        query.kept(),
        Arrays.stream(Facet.values()).map(facet -> facet(facet, results, messages)).toList(),
        query.chosen().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> chip(one.getKey(), one.getValue(), results, messages))
            .toList(),
        orders(query, messages),
        lines.of(results.datasets()),
        new Pager(results.total(), query.page(), CatalogSearch.PAGE_SIZE, query.hrefOpen()),
        results.loosened(),
        query.isEmpty() && query.page() == 1);
  }

  private FacetView facet(Facet facet, SearchResults results, Messages messages) {
    CatalogQuery query = results.query();
    String chosen = query.chosen().get(facet);
    List<Option> options = new ArrayList<>();
    for (Choice choice : results.choices().getOrDefault(facet, List.of())) {
      boolean isChosen = choice.value().equals(chosen);
      options.add(
          new Option(
              words(facet, choice.value(), results, messages),
              query.hrefWith(facet, isChosen ? null : choice.value()),
              choice.count(),
              isChosen));
    }
    return new FacetView(facet.parameter(), true, options);
  }

  private Option chip(Facet facet, String value, SearchResults results, Messages messages) {
    return new Option(
        words(facet, value, results, messages), results.query().hrefWith(facet, null), 0, true);
  }

  private static List<Option> orders(CatalogQuery query, Messages messages) {
    return Arrays.stream(Order.values())
        .filter(order -> order != Order.RELEVANCE || !query.text().isEmpty())
        .map(
            order ->
                new Option(
                    messages.text("explore.order." + order.parameter()),
                    query.hrefWith(order),
                    0,
                    order == query.order()))
        .toList();
  }

  private String words(Facet facet, String value, SearchResults results, Messages messages) {
    return switch (facet) {
      case PUBLISHER -> publishers.find(value).map(Publisher::name).orElse(value);
      case THEME -> known("catalog.theme.", value, messages);
      case SCHEMA -> title(value, results.choices().getOrDefault(facet, List.of()));
      case FORMAT -> WrittenFormat.find(value).map(WrittenFormat::title).orElse(value);
      case LICENSE -> known("catalog.license.", value, messages);
    };
  }

  private static String title(String value, List<Choice> choices) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::title)
        .findFirst()
        .orElse(value);
  }

  private static String known(String prefix, String value, Messages messages) {
    String key = prefix + value.toLowerCase(Locale.ROOT);
    return messages.has(key) ? messages.text(key) : value;
  }
}
