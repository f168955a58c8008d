package fr.jalon.portal.api;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogQuery.Order;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.Timeliness;
import fr.jalon.portal.web.Rejected;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of the list of datasets, under the words of the API: what is not understood is
 * refused with what would be. Values are those that the answers give; a theme and a license may
 * also be given by their other name.
 */
final class ApiSearch {
  private static final List<String> OTHERS = List.of("q", "sort", "page", "lang");
  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern PLACE =
      Pattern.compile(
          Arrays.stream(Territory.Level.values())
              .map(level -> level.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining("|", "(", ")-[0-9A-Za-z]{1,9}")));

  private ApiSearch() {}

  /**
   * @throws Rejected with {@link CatalogProblem#UNKNOWN_PARAMETER}, {@link
   *     CatalogProblem#UNKNOWN_CHOICE} or {@link CatalogProblem#BAD_LIST_PAGE}
   */
  static CatalogQuery query(Map<String, List<String>> parameters, Publishers publishers) {
    parameters.keySet().forEach(ApiSearch::checkName);
    Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> values = parameters.getOrDefault(name(facet), List.of());
      if (values.size() > CatalogQuery.MOST_VALUES) {
        throw new Rejected(
            CatalogProblem.TOO_MUCH_ASKED, name(facet) + " × " + CatalogQuery.MOST_VALUES);
      }
      chosen.put(
          facet,
          values.stream()
              .map(value -> stored(facet, value.replace("\u0000", "")))
              .distinct()
              .toList());
    }
    checkPublishers(chosen.getOrDefault(Facet.PUBLISHER, List.of()), publishers);
    String text = one(parameters, "q").orElse("").replace("\u0000", "").strip();
    return CatalogQuery.of(text, chosen, order(parameters), page(parameters));
  }

  /** The parameter that narrows by a facet: "publisher". */
  static String name(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  /** Every parameter there is. */
  static List<String> names() {
    return Stream.concat(Arrays.stream(Facet.values()).map(ApiSearch::name), OTHERS.stream())
        .toList();
  }

  /** The orders, by their words. */
  static List<String> orders() {
    return words(Order.values());
  }

  /** A value as the API writes it. */
  static String written(Facet facet, String stored) {
    return switch (facet) {
      case THEME, FRESHNESS -> stored.toLowerCase(Locale.ROOT);
      case LICENSE -> License.valueOf(stored).id();
      case TERRITORY, SCHEMA, FORMAT, PUBLISHER -> stored;
    };
  }

  private static String stored(Facet facet, String value) {
    return switch (facet) {
      case THEME -> known(facet, value, Theme.values(), theme -> List.of(theme.key(), theme.uri()));
      case LICENSE ->
          known(
              facet,
              value,
              License.values(),
              license -> List.of(license.id(), license.name().toLowerCase(Locale.ROOT)));
      case FRESHNESS ->
          known(facet, value, Timeliness.values(), freshness -> List.of(freshness.key()));
      case FORMAT ->
          WrittenFormat.find(value)
              .map(WrittenFormat::code)
              .orElseThrow(
                  () ->
                      unknown(
                          facet,
                          value,
                          Arrays.stream(WrittenFormat.values()).map(WrittenFormat::code).toList()));
      case TERRITORY -> {
        if (!PLACE.matcher(value).matches()) {
          throw unknown(
              facet,
              value,
              List.of("commune-45232", "epci-244500468", "departement-45", "region-24"));
        }
        yield value;
      }
      case SCHEMA, PUBLISHER -> {
        if (value.isBlank()) {
          throw unknown(facet, value, List.of("…"));
        }
        yield value;
      }
    };
  }

  private static void checkPublishers(List<String> slugs, Publishers publishers) {
    Map<String, String> names = publishers.names(slugs);
    for (String slug : slugs) {
      if (!names.containsKey(slug)) {
        throw unknown(Facet.PUBLISHER, slug, List.of("chateauroux", "orleans", "…"));
      }
    }
  }

  private static <E extends Enum<E>> String known(
      Facet facet, String value, E[] all, Function<E, List<String>> written) {
    for (E one : all) {
      if (written.apply(one).contains(value)) {
        return one.name();
      }
    }
    throw unknown(facet, value, Arrays.stream(all).map(one -> written.apply(one).get(0)).toList());
  }

  private static Rejected unknown(Facet facet, String value, List<String> known) {
    return new Rejected(
        CatalogProblem.UNKNOWN_CHOICE, value, name(facet), String.join(", ", known));
  }

  private static void checkName(String name) {
    if (!names().contains(name)) {
      throw new Rejected(CatalogProblem.UNKNOWN_PARAMETER, name, String.join(", ", names()));
    }
  }

  private static @Nullable Order order(Map<String, List<String>> parameters) {
    String asked = one(parameters, "sort").orElse(null);
    if (asked == null) {
      return null;
    }
    return Arrays.stream(Order.values())
        .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejected(
                    CatalogProblem.UNKNOWN_CHOICE, asked, "sort", String.join(", ", orders())));
  }

  private static int page(Map<String, List<String>> parameters) {
    String asked = one(parameters, "page").orElse("1");
    if (!PAGE.matcher(asked).matches() || Integer.parseInt(asked) > CatalogQuery.LAST_PAGE) {
      throw new Rejected(CatalogProblem.BAD_LIST_PAGE, asked, CatalogQuery.LAST_PAGE);
    }
    return Integer.parseInt(asked);
  }

  private static List<String> words(Enum<?>[] all) {
    return Arrays.stream(all).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Optional<String> one(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new Rejected(CatalogProblem.GIVEN_TWICE, name);
    }
    return values.stream().findFirst();
  }
}
