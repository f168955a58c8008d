package fr.jalon.engine.query;

import java.util.List;

/**
 * A condition on one column.
 *
 * @param values none for {@code isnull} and {@code isnotnull}, any number for {@code in} and {@code
 *     notin}, one for the others
 */
public record Filter(String column, Operator operator, List<String> values) {
  public Filter {
    values = List.copyOf(values);
  }

  public static Filter of(String column, Operator operator, String... values) {
    return new Filter(column, operator, List.of(values));
  }
}
