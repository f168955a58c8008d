package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.ColumnProfile;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of a column of the table as it will be published, each with its number of rows. */
@FunctionalInterface
public interface ColumnValues {
  /** The most frequent ones alone, which is all that is known without the table. */
  ColumnValues FREQUENT =
      column ->
          column.top().stream()
              .collect(
                  Collectors.toMap(
                      ColumnProfile.Frequent::value, ColumnProfile.Frequent::count, Long::sum));

  Map<String, Long> of(ColumnProfile column);
}
