package fr.jalon.portal.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of datasets, as the address of the page says it.
 *
 * @param text as typed, "" for everything
 * @param chosen the value chosen for a facet, by facet; facets without a choice are absent
 * @param page 1-based
 */
public record CatalogQuery(String text, Map<Facet, String> chosen, Order order, int page) {
  private static final int LONGEST_TEXT = 200;
  private static final int LAST_PAGE = 10_000;

  public CatalogQuery {
    chosen = Map.copyOf(chosen);
  }

  /** What a list can be narrowed by. */
  public enum Facet {
    PUBLISHER("collectivite", "publisher_slug"),
    THEME("theme", "theme"),
    SCHEMA("schema", "schema_code"),
    FORMAT("format", "formats"),
    LICENSE("licence", "license");

    private final String parameter;
    private final String column;

    Facet(String parameter, String column) {
      this.parameter = parameter;
      this.column = column;
    }

    /** Its name in addresses. */
    public String parameter() {
      return parameter;
    }

    /** The column of the hits that holds it. */
    String column() {
      return column;
    }

    /** A value as addresses write it: constants in small letters. */
    public String written(String stored) {
      return isConstant() ? stored.toLowerCase(Locale.ROOT) : stored;
    }

    private String stored(String written) {
      return isConstant() ? written.toUpperCase(Locale.ROOT) : written;
    }

    private boolean isConstant() {
      return this == THEME || this == LICENSE;
    }
  }

  /** In which order datasets are listed. */
  public enum Order {
    RELEVANCE("pertinence", "rank desc, published_at desc, id"),
    RECENT("recent", "published_at desc, id"),
    TITLE("titre", "title_folded, id"),
    ROWS("lignes", "rows desc, id");

    private final String parameter;
    private final String sql;

    Order(String parameter, String sql) {
      this.parameter = parameter;
      this.sql = sql;
    }

    public String parameter() {
      return parameter;
    }

    String sql() {
      return sql;
    }
  }

  /** Reads it from the parameters of an address; what is not understood is left out. */
  public static CatalogQuery of(Map<String, String> parameters) {
    String text = parameters.getOrDefault("q", "").replace("\u0000", "").strip();
    Map<Facet, String> chosen = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      String value = parameters.getOrDefault(facet.parameter(), "").replace("\u0000", "").strip();
      if (!value.isEmpty()) {
        chosen.put(facet, facet.stored(value));
      }
    }
    return new CatalogQuery(
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        chosen,
        order(parameters.get("tri"), !text.isEmpty()),
        page(parameters.get("page")));
  }

  public boolean isEmpty() {
    return text.isEmpty() && chosen.isEmpty();
  }

  /** The address of the list with another choice for a facet, null for none, back on page 1. */
  public String hrefWith(Facet facet, @Nullable String value) {
    Map<Facet, String> other = new LinkedHashMap<>(chosen);
    if (value == null) {
      other.remove(facet);
    } else {
      other.put(facet, value);
    }
    return new CatalogQuery(text, other, order, 1).href();
  }

  /** The address of the same list in another order. */
  public String hrefWith(Order other) {
    return new CatalogQuery(text, chosen, other, 1).href();
  }

  /** The address of the list, without its page. */
  String href() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!text.isEmpty()) {
      parameters.put("q", text);
    }
    parameters.putAll(kept());
    if (order != defaultOrder(!text.isEmpty())) {
      parameters.put("tri", order.parameter());
    }
    String query =
        parameters.entrySet().stream()
            .map(
                one ->
                    one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return CatalogPaths.DATASETS + (query.isEmpty() ? "" : "?" + query);
  }

  /** What the form of the search box must keep beside the text. */
  public Map<String, String> kept() {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      String value = chosen.get(facet);
      if (value != null) {
        kept.put(facet.parameter(), facet.written(value));
      }
    }
    return kept;
  }

  /** The same, ready for one more parameter. */
  public String hrefOpen() {
    String href = href();
    return href + (href.contains("?") ? "&" : "?");
  }

  private static Order order(@Nullable String asked, boolean hasText) {
    for (Order order : Order.values()) {
      if (order.parameter().equals(asked)) {
        return order;
      }
    }
    return defaultOrder(hasText);
  }

  private static Order defaultOrder(boolean hasText) {
    return hasText ? Order.RELEVANCE : Order.RECENT;
  }

  private static int page(@Nullable String asked) {
    if (asked == null || !asked.toLowerCase(Locale.ROOT).matches("[0-9]{1,5}")) {
      return 1;
    }
    return Math.max(1, Math.min(LAST_PAGE, Integer.parseInt(asked)));
  }
}
