package fr.jalon.engine.query;

import java.util.List;

/**
 * The values of a column among some rows.
 *
 * @param top the most frequent ones, most frequent first, as text
 * @param distinct number of different values, empty not counted
 * @param empty rows without a value
 */
public record ColumnValues(List<ValueCount> top, long distinct, long empty) {
  public ColumnValues {
    top = List.copyOf(top);
  }

  /** A value and how many rows bear it. */
  public record ValueCount(String value, long count) {}
}
