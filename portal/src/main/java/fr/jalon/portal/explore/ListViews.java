package fr.jalon.portal.explore;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogQuery.Order;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.CatalogSearch.Choice;
import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.explore.ListView.Corrected;
import fr.jalon.portal.explore.ListView.Elsewhere;
import fr.jalon.portal.explore.ListView.FacetView;
import fr.jalon.portal.explore.ListView.Option;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Pager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the answers of a search into words and links. */
@Component
class ListViews {
  /** Facets whose choices are seen at once: where, and about what. */
  private static final Set<Facet> OPEN = Set.of(Facet.TERRITORY, Facet.THEME);

  private final CatalogSearch search;
  private final Publishers publishers;
  private final HitLines lines;

  ListViews(CatalogSearch search, Publishers publishers, HitLines lines) {
    this.search = search;
    this.publishers = publishers;
    this.lines = lines;
  }

  ListView of(SearchResults results, Messages messages) {
    CatalogQuery query = results.query();
    Words words = new Words(results, names(results), messages);
    return new ListView(
        query.text(),
        query.kept(),
        Arrays.stream(Facet.values()).map(facet -> facet(facet, results, words)).toList(),
        chips(query, words),
        orders(query, messages),
        lines.of(results),
        new Pager(results.total(), query.page(), CatalogSearch.PAGE_SIZE, query.hrefOpen()),
        results.loosened(),
        results.corrections().stream().map(one -> new Corrected(one.typed(), one.meant())).toList(),
        suggested(results),
        results.total() == 0 ? without(results, words) : List.of(),
        results.total() == 0 || results.loosened() ? elsewhere(query) : null,
        query.isEmpty() && query.page() == 1);
  }

  /** A choice that every answer bears narrows nothing: it is not shown. */
  private static FacetView facet(Facet facet, SearchResults results, Words words) {
    CatalogQuery query = results.query();
    Set<String> chosen = new HashSet<>(query.chosen(facet));
    List<Option> options = new ArrayList<>();
    for (Choice choice : results.choices(facet)) {
      boolean isChosen = chosen.remove(choice.value());
      if (isChosen || choice.count() < results.total() || !query.chosen(facet).isEmpty()) {
        options.add(option(facet, choice.value(), choice.count(), isChosen, query, words));
      }
    }
    chosen.forEach(value -> options.add(option(facet, value, 0, true, query, words)));
    boolean open = OPEN.contains(facet) || !query.chosen(facet).isEmpty();
    return new FacetView(facet.parameter(), open, options);
  }

  private static Option option(
      Facet facet, String value, long count, boolean chosen, CatalogQuery query, Words words) {
    return new Option(
        words.of(facet, value),
        chosen ? query.hrefWithout(facet, value) : query.hrefWith(facet, value),
        count,
        chosen);
  }

  private static List<Option> chips(CatalogQuery query, Words words) {
    List<Option> chips = new ArrayList<>();
    query
        .chosen()
        .forEach(
            (facet, values) ->
                values.forEach(value -> chips.add(option(facet, value, 0, true, query, words))));
    return chips;
  }

  /** The choices of one facet without which there would be answers, the most first. */
  private static List<Option> without(SearchResults results, Words words) {
    return results.without().entrySet().stream()
        .sorted(Map.Entry.<Facet, Long>comparingByValue().reversed())
        .map(
            one ->
                new Option(
                    String.join(
                        ", ",
                        results.query().chosen(one.getKey()).stream()
                            .map(value -> words.of(one.getKey(), value))
                            .toList()),
                    results.query().hrefWithout(one.getKey()),
                    one.getValue(),
                    true))
        .toList();
  }

  private static @Nullable Option suggested(SearchResults results) {
    if (results.suggestions().isEmpty()) {
      return null;
    }
    String text = results.query().textWith(results.suggestions());
    return new Option(text, results.query().hrefWith(text), 0, false);
  }

  /** Where else to look when a place is named that does not have all that is asked. */
  private @Nullable Elsewhere elsewhere(CatalogQuery query) {
    return publishers
        .findNamedIn(query.text())
        .map(
            named ->
                new Elsewhere(
                    named.publisher().name(),
                    named.publisher().href(),
                    own(named.publisher().slug(), named.publisher().name()),
                    named.rest().isBlank() ? null : around(named.rest(), named.department())))
        .orElse(null);
  }

  private @Nullable Option own(String slug, String name) {
    return counted(query("", Facet.PUBLISHER, slug), name);
  }

  private @Nullable Option around(String rest, String department) {
    return FrenchTerritories.all()
        .find(Territory.Level.DEPARTEMENT, department)
        .map(
            place ->
                counted(query(rest, Facet.TERRITORY, "departement-" + place.code()), place.name()))
        .orElse(null);
  }

  private @Nullable Option counted(CatalogQuery query, String text) {
    SearchResults found = search.find(query);
    return found.total() == 0 || found.loosened()
        ? null
        : new Option(text, query.href(), found.total(), false);
  }

  private static CatalogQuery query(String text, Facet facet, String value) {
    return CatalogQuery.of(text, Map.of(facet, List.of(value)), null, 1);
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

  private Map<String, String> names(SearchResults results) {
    Set<String> slugs = new HashSet<>(results.query().chosen(Facet.PUBLISHER));
    results.choices(Facet.PUBLISHER).forEach(choice -> slugs.add(choice.value()));
    return publishers.names(slugs);
  }

  /** How the values of facets are called. */
  private record Words(SearchResults results, Map<String, String> names, Messages messages) {
    String of(Facet facet, String value) {
      return switch (facet) {
        case PUBLISHER -> names.getOrDefault(value, value);
        case THEME -> messages.text("catalog.theme." + facet.written(value));
        case SCHEMA, TERRITORY -> title(facet, value);
        case FORMAT -> WrittenFormat.find(value).map(WrittenFormat::title).orElse(value);
        case LICENSE -> messages.text("catalog.license." + facet.written(value));
        case FRESHNESS ->
            messages.text("catalog.timeliness." + value.toLowerCase(Locale.ROOT).replace('_', '-'));
      };
    }

    private String title(Facet facet, String value) {
      return results.choices(facet).stream()
          .filter(choice -> choice.value().equals(value) && choice.title() != null)
          .map(Choice::title)
          .findFirst()
          .orElse(value);
    }
  }
}
