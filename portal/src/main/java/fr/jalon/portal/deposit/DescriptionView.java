package fr.jalon.portal.deposit;

import java.util.List;
import java.util.Map;

/**
 * The page of the description: the answers and where each comes from.
 *
 * @param sources by field name, in words
 * @param territory the option chosen, "" when none is
 * @param people true when something written seems to speak of people
 */
public record DescriptionView(
    Draft draft,
    Map<String, String> sources,
    Map<String, String> themes,
    Map<String, String> territories,
    String territory,
    Map<String, String> licenses,
    Map<String, String> frequencies,
    List<ColumnLine> columns,
    boolean people) {
  public DescriptionView {
    sources = Map.copyOf(sources);
    columns = List.copyOf(columns);
  }

  public String source(String field) {
    return sources.getOrDefault(field, "");
  }

  /**
   * A line of the dictionary of columns.
   *
   * @param type in words
   * @param example a value, "" when there is none to show
   */
  public record ColumnLine(
      String name, String letters, String type, String example, String description) {}
}
