package fr.jalon.portal.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of datasets, as the address of the page says it.
 *
 * @param text as typed, "" for everything
 * @param chosen the values chosen for a facet, by facet: a dataset bears one of them; facets
 *     without a choice are absent
 * @param page 1-based
 */
public record CatalogQuery(String text, Map<Facet, List<String>> chosen, Order order, int page) {
  public static final int LAST_PAGE = 10_000;

  /** Values of one facet that are read; more choices than that are no choice. */
  public static final int MOST_VALUES = 20;

  private static final int LONGEST_TEXT = 200;

  public CatalogQuery {
    Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
    chosen.forEach(
        (facet, values) -> {
          if (!values.isEmpty()) {
            copy.put(facet, List.copyOf(values));
          }
        });
    chosen = copy;
  }

  /** What a list can be narrowed by. */
  public enum Facet {
    TERRITORY("territoire"),
    THEME("theme"),
    SCHEMA("schema"),
    FORMAT("format"),
    LICENSE("licence"),
    FRESHNESS("fraicheur"),
    PUBLISHER("collectivite");

    private final String parameter;

    Facet(String parameter) {
      this.parameter = parameter;
    }

    /** Its name in addresses. */
    public String parameter() {
      return parameter;
    }

    /** A value as addresses write it: constants in small letters, freshness in French. */
    public String written(String stored) {
      return switch (this) {
        case THEME, LICENSE -> stored.toLowerCase(Locale.ROOT);
        case FRESHNESS -> Timeliness.valueOf(stored).written();
        case TERRITORY, SCHEMA, FORMAT, PUBLISHER -> stored;
      };
    }

    /** The value that addresses write so; none when there is no such one. */
    Optional<String> find(String written) {
      return switch (this) {
        case THEME -> known(Theme.values(), written);
        case LICENSE -> known(License.values(), written);
        case FRESHNESS ->
            Stream.of(Timeliness.values())
                .filter(one -> one.written().equals(written))
                .map(Timeliness::name)
                .findFirst();
        case TERRITORY, SCHEMA, FORMAT, PUBLISHER -> Optional.of(written);
      };
    }

    private static Optional<String> known(Enum<?>[] values, String written) {
      return Arrays.stream(values)
          .map(Enum::name)
          .filter(name -> name.toLowerCase(Locale.ROOT).equals(written))
          .findFirst();
    }
  }

  /** In which order datasets are listed. */
  public enum Order {
    RELEVANCE("pertinence"),
    RECENT("recent"),
    TITLE("titre"),
    ROWS("lignes");

    private final String parameter;

    Order(String parameter) {
      this.parameter = parameter;
    }

    public String parameter() {
      return parameter;
    }
  }

  /** Reads it from the parameters of an address, each given once. */
  public static CatalogQuery of(Map<String, String> parameters) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    parameters.forEach((name, value) -> lists.put(name, List.of(value)));
    return ofLists(lists);
  }

  /** Reads it from the parameters of an address; what is not understood is left out. */
  public static CatalogQuery ofLists(Map<String, List<String>> parameters) {
    String text = first(parameters, "q").orElse("").replace("\u0000", "").strip();
    Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      chosen.put(
          facet,
          parameters.getOrDefault(facet.parameter(), List.of()).stream()
              .map(value -> value.replace("\u0000", "").strip())
              .filter(value -> !value.isEmpty())
              .flatMap(value -> facet.find(value).stream())
              .distinct()
              .limit(MOST_VALUES)
              .toList());
    }
    return of(text, chosen, order(first(parameters, "tri").orElse("")), page(parameters));
  }

  /**
   * @param order null for the usual one
   */
  public static CatalogQuery of(
      String text, Map<Facet, List<String>> chosen, @Nullable Order order, int page) {
    String cut = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    return new CatalogQuery(cut, chosen, order == null ? usualOrder(cut) : order, page);
  }

  public boolean isEmpty() {
    return text.isEmpty() && chosen.isEmpty();
  }

  /** The values chosen for a facet, none when it is not narrowed. */
  public List<String> chosen(Facet facet) {
    return chosen.getOrDefault(facet, List.of());
  }

  /** The address of the list with one more choice for a facet, back on page 1. */
  public String hrefWith(Facet facet, String value) {
    return hrefWith(
        facet, Stream.concat(chosen(facet).stream(), Stream.of(value)).distinct().toList());
  }

  /** The address of the list without a choice of a facet, back on page 1. */
  public String hrefWithout(Facet facet, String value) {
    return hrefWith(facet, chosen(facet).stream().filter(one -> !one.equals(value)).toList());
  }

  /** The address of the same list in another order. */
  public String hrefWith(Order other) {
    return new CatalogQuery(text, chosen, other, 1).href();
  }

  /** The address of the list of the same choices with other words. */
  public String hrefWith(String other) {
    return of(other, chosen, order == Order.RELEVANCE ? null : order, 1).href();
  }

  /** The address of the list without any choice of a facet, back on page 1. */
  public String hrefWithout(Facet facet) {
    return hrefWith(facet, List.of());
  }

  /** The text with other words in the place of some. */
  public String textWith(List<Correction> corrections) {
    String other = Folding.fold(text);
    for (Correction one : corrections) {
      other = other.replaceAll("\\b" + Pattern.quote(one.typed()) + "\\b", one.meant());
    }
    return other;
  }

  private String hrefWith(Facet facet, List<String> values) {
    Map<Facet, List<String>> other = new EnumMap<>(Facet.class);
    other.putAll(chosen);
    other.put(facet, values);
    return new CatalogQuery(text, other, order, 1).href();
  }

  /** The address of the list, without its page. */
  public String href() {
    List<Parameter> parameters = new ArrayList<>();
    if (!text.isEmpty()) {
      parameters.add(new Parameter("q", text));
    }
    parameters.addAll(kept());
    if (order != usualOrder(text)) {
      parameters.add(new Parameter("tri", order.parameter()));
    }
    String query =
        parameters.stream()
            .map(one -> one.name() + "=" + URLEncoder.encode(one.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return CatalogPaths.DATASETS + (query.isEmpty() ? "" : "?" + query);
  }

  /** What the form of the search box must keep beside the text. */
  public List<Parameter> kept() {
    return Arrays.stream(Facet.values())
        .flatMap(
            facet ->
                chosen(facet).stream()
                    .map(value -> new Parameter(facet.parameter(), facet.written(value))))
        .toList();
  }

  /** A parameter of an address, as it is before it is encoded. */
  public record Parameter(String name, String value) {}

  /** The same, ready for one more parameter. */
  public String hrefOpen() {
    String href = href();
    return href + (href.contains("?") ? "&" : "?");
  }

  private static @Nullable Order order(String asked) {
    return Arrays.stream(Order.values())
        .filter(order -> order.parameter().equals(asked))
        .findFirst()
        .orElse(null);
  }

  private static Order usualOrder(String text) {
    return text.isEmpty() ? Order.RECENT : Order.RELEVANCE;
  }

  private static int page(Map<String, List<String>> parameters) {
    return first(parameters, "page")
        .filter(asked -> asked.matches("[0-9]{1,5}"))
        .map(asked -> Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(asked))))
        .orElse(1);
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }
}
