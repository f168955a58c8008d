package fr.jalon.engine.query;

import fr.jalon.engine.profile.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows asked for.
 *
 * @param rows one list of cells a row, in the order of the columns: a {@code String}, {@code Long},
 *     {@code BigInteger}, {@code Double}, {@code Boolean}, {@code LocalDate}, {@code
 *     LocalDateTime}, {@code OffsetDateTime} in UTC, or null for an empty cell
 * @param numbers where each row is in the file, 0-based: the offset of a page of that row alone;
 *     none for groups
 * @param total rows (or groups) there are in all with these conditions
 */
public record Page(
    List<PageColumn> columns, List<List<@Nullable Object>> rows, List<Long> numbers, long total) {
  public Page {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    numbers = List.copyOf(numbers);
  }

  /** What a column of the page is. */
  public record PageColumn(String name, ValueType type) {}

  static List<@Nullable Object> row(List<@Nullable Object> cells) {
    return Collections.unmodifiableList(new ArrayList<>(cells));
  }
}
