package fr.jalon.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a whole table holds, column by column. */
public record Profile(long rows, List<ColumnProfile> columns) {
  public Profile {
    columns = List.copyOf(columns);
  }

  /**
   * The same, saying which columns tell of people.
   *
   * @param categories codes of what they tell, by the index of the column
   */
  public Profile withPersonal(Map<Integer, String> categories) {
    List<ColumnProfile> told = new ArrayList<>(columns);
    categories.forEach((index, code) -> told.set(index, columns.get(index).withPersonal(code)));
    return new Profile(rows, told);
  }
}
