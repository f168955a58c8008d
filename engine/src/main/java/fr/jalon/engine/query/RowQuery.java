package fr.jalon.engine.query;

import java.util.List;

/**
 * What is asked of a table: which rows, in which order, which of their columns; or, when {@code
 * groupBy} or {@code measures} is given, figures over groups of them.
 *
 * @param columns wanted, in order; empty for all. Not looked at when grouping
 * @param groupBy columns whose equal values make a group
 * @param offset rows passed over
 * @param limit rows given at most
 */
public record RowQuery(
    List<Filter> filters,
    List<Sort> sorts,
    List<String> columns,
    List<String> groupBy,
    List<Measure> measures,
    long offset,
    int limit) {
  public RowQuery {
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
    columns = List.copyOf(columns);
    groupBy = groupBy.stream().distinct().toList();
    measures = measures.stream().distinct().toList();
    if (offset < 0 || limit < 1) {
      throw new IllegalArgumentException(
          "wanted an offset of at least 0 and a limit of at least 1, got "
              + offset
              + " and "
              + limit);
    }
  }

  /** Rows as they are in the file, without condition. */
  public static RowQuery page(long offset, int limit) {
    return new RowQuery(List.of(), List.of(), List.of(), List.of(), List.of(), offset, limit);
  }

  /** Rows by conditions and order. */
  public static RowQuery of(
      List<Filter> filters, List<Sort> sorts, List<String> columns, long offset, int limit) {
    return new RowQuery(filters, sorts, columns, List.of(), List.of(), offset, limit);
  }

  public RowQuery withFilters(List<Filter> other) {
    return new RowQuery(other, sorts, columns, groupBy, measures, offset, limit);
  }

  public RowQuery withSorts(List<Sort> other) {
    return new RowQuery(filters, other, columns, groupBy, measures, offset, limit);
  }

  public RowQuery withColumns(List<String> other) {
    return new RowQuery(filters, sorts, other, groupBy, measures, offset, limit);
  }

  public RowQuery withGroups(List<String> columns, List<Measure> figures) {
    return new RowQuery(filters, sorts, this.columns, columns, figures, offset, limit);
  }

  boolean groups() {
    return !groupBy.isEmpty() || !measures.isEmpty();
  }
}
