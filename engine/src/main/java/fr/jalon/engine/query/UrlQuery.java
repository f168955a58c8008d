package fr.jalon.engine.query;

import fr.jalon.engine.query.QueryProblem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a query from the parameters of an address, as the tabular API of data.gouv.fr writes them:
 * {@code commune__exact=Tours}, {@code montant__sort=desc}, {@code columns=commune,montant}, {@code
 * commune__groupby}, {@code montant__sum}, {@code page=2}, {@code page_size=50}.
 *
 * <p>The column's name is what stands before the last two underscores. A parameter without them is
 * none of ours and is left to others. Column names are not checked here.
 */
public final class UrlQuery {
  private static final String SEPARATOR = "__";

  private final List<Filter> filters = new ArrayList<>();
  private final List<Sort> sorts = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private final List<String> groupBy = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  private UrlQuery() {}

  /**
   * @param defaultSize rows of a page when nothing is said
   * @param maxSize rows of a page at most
   */
  public static RowQuery parse(Map<String, List<String>> parameters, int defaultSize, int maxSize)
      throws QueryProblem {
    UrlQuery query = new UrlQuery();
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      for (String value : parameter.getValue()) {
        query.read(parameter.getKey(), value);
      }
    }
    long page = number(parameters, "page", 1, Integer.MAX_VALUE);
    int size = (int) number(parameters, "page_size", defaultSize, maxSize);
    return new RowQuery(
        query.filters,
        query.sorts,
        query.columns,
        query.groupBy,
        query.measures,
        (page - 1) * size,
        size);
  }

  private void read(String name, String value) throws QueryProblem {
    if (name.equals("columns")) {
      columns.addAll(split(value));
      return;
    }
    int at = name.lastIndexOf(SEPARATOR);
    if (at < 1) {
      return;
    }
    String column = name.substring(0, at);
    String word = name.substring(at + SEPARATOR.length());
    Optional<Measure.Function> function = Measure.Function.find(word);
    Optional<Operator> operator = Operator.find(word);
    if (word.equals("sort")) {
      sorts.add(new Sort(column, descending(column, value)));
    } else if (word.equals("groupby")) {
      groupBy.add(column);
    } else if (function.isPresent()) {
      measures.add(new Measure(column, function.get()));
    } else if (operator.isPresent()) {
      filters.add(filter(column, operator.get(), value));
    } else {
      throw new QueryProblem(Code.UNKNOWN_OPERATOR, Map.of("operator", word, "column", column));
    }
  }

  private static Filter filter(String column, Operator operator, String value) {
    return switch (operator) {
      case ISNULL, ISNOTNULL -> new Filter(column, operator, List.of());
      case IN, NOTIN -> new Filter(column, operator, split(value));
      case EXACT, DIFFERS, CONTAINS, NOTCONTAINS, LESS, GREATER, STRICTLY_LESS, STRICTLY_GREATER ->
          Filter.of(column, operator, value);
    };
  }

  private static boolean descending(String column, String value) throws QueryProblem {
    return switch (value) {
      case "asc", "" -> false;
      case "desc" -> true;
      default -> throw QueryProblem.badValue(value, column, "sort");
    };
  }

  private static List<String> split(String value) {
    return List.of(value.split(",", -1));
  }

  private static long number(
      Map<String, List<String>> parameters, String name, int otherwise, int most)
      throws QueryProblem {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty() || values.get(0).isEmpty()) {
      return otherwise;
    }
    String value = values.get(0);
    if (value.matches("[0-9]{1,10}")) {
      long number = Long.parseLong(value);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new QueryProblem(
        Code.BAD_PAGE, Map.of("parameter", name, "value", value, "most", String.valueOf(most)));
  }
}
