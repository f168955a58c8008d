package fr.jalon.engine.profile;

import fr.jalon.engine.table.Column;
import java.util.List;

/**
 * A profile and what it was made from, for whoever must judge the values again.
 *
 * @param values the distinct values of each column
 * @param duplicateRows rows wholly equal to one before them; -1 when there were too many rows to
 *     tell
 */
public record Profiling(
    List<Column> columns, Profile profile, List<Distinct> values, long duplicateRows) {
  public Profiling {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  /** The same, with another profile of the same columns. */
  public Profiling with(Profile told) {
    return new Profiling(columns, told, values, duplicateRows);
  }
}
