package fr.jalon.portal.catalog;

import fr.jalon.engine.query.Filter;
import fr.jalon.engine.query.Measure;
import fr.jalon.engine.query.Operator;
import fr.jalon.engine.query.QueryProblem;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Sort;
import fr.jalon.engine.query.UrlQuery;
import fr.jalon.portal.web.Rejected;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows are asked, between the parameters of an address and the engine's query. */
public final class RowAddress {
  public static final int LARGEST_PAGE = 200;
  public static final int USUAL_PAGE = 20;

  private static final String SEPARATOR = "__";
  private static final Set<String> OTHERS = Set.of("page", "page_size", "columns", "lang");

  /** Everything that may follow the two underscores. */
  public static final String WORDS =
      Stream.of(
              Arrays.stream(Operator.values()).map(Operator::word),
              Stream.of("sort", "groupby"),
              Arrays.stream(Measure.Function.values()).map(Measure.Function::word))
          .flatMap(words -> words)
          .collect(Collectors.joining(", "));

  private RowAddress() {}

  /** Reads an address of the API: what is not understood is refused, with what would be. */
  public static RowQuery strict(Version version, Map<String, String[]> parameters) {
    for (String name : parameters.keySet()) {
      if (!OTHERS.contains(name) && name.lastIndexOf(SEPARATOR) < 1) {
        throw new Rejected(
            CatalogProblem.UNKNOWN_PARAMETER, name, "page, page_size, columns, colonne__filtre");
      }
    }
    try {
      return UrlQuery.parse(lists(parameters), USUAL_PAGE, LARGEST_PAGE);
    } catch (QueryProblem problem) {
      throw VersionRows.rejected(problem, version);
    }
  }

  /**
   * Reads the address of a page: unfilled fields and what belongs to others are passed over, and
   * what is not understood left out.
   */
  public static Lenient lenient(Version version, Map<String, String[]> parameters, int pageSize) {
    RowQuery query = RowQuery.page(0, pageSize);
    List<Filter> filters = new ArrayList<>();
    List<Sort> sorts = new ArrayList<>();
    Rejected refused = null;
    long offset = 0;
    for (var parameter : parameters.entrySet()) {
      for (String value : parameter.getValue()) {
        try {
          if (isOurs(version, parameter.getKey(), value)) {
            RowQuery one =
                UrlQuery.parse(
                    Map.of(parameter.getKey(), List.of(value.strip())), pageSize, pageSize);
            filters.addAll(one.filters());
            sorts.addAll(one.sorts());
            offset = Math.max(offset, one.offset());
          }
        } catch (QueryProblem problem) {
          refused = VersionRows.rejected(problem, version);
        }
      }
    }
    return new Lenient(RowQuery.of(filters, sorts, query.columns(), offset, pageSize), refused);
  }

  /**
   * @param refused the last thing that was not understood, left out of the query
   */
  public record Lenient(RowQuery query, @Nullable Rejected refused) {}

  /** The parameters of an address that ask the same filters and order, "" for none. */
  public static String parameters(List<Filter> filters, List<Sort> sorts) {
    Stream<String> where = filters.stream().map(RowAddress::parameter);
    Stream<String> by =
        sorts.stream()
            .map(sort -> pair(sort.column() + "__sort", sort.descending() ? "desc" : "asc"));
    return Stream.concat(where, by).collect(Collectors.joining("&"));
  }

  public static String name(Filter filter) {
    return filter.column() + SEPARATOR + filter.operator().word();
  }

  public static String pair(String name, String value) {
    return encode(name) + "=" + encode(value);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String parameter(Filter filter) {
    return pair(name(filter), String.join(",", filter.values()));
  }

  private static boolean isOurs(Version version, String name, String value) {
    if (name.equals("page")) {
      return true;
    }
    int cut = name.lastIndexOf(SEPARATOR);
    if (cut < 1 || version.findColumn(name.substring(0, cut)).isEmpty()) {
      return false;
    }
    String word = name.substring(cut + SEPARATOR.length()).toLowerCase(Locale.ROOT);
    boolean takesNothing = word.equals("isnull") || word.equals("isnotnull");
    return takesNothing || !value.isBlank();
  }

  private static Map<String, List<String>> lists(Map<String, String[]> parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
  }
}
