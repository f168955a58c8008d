package fr.jalon.engine.table;

import java.util.List;

/**
 * One sheet or layer of a file.
 *
 * @param rows rows that hold something
 * @param columns width of its widest row
 * @param role "table", "readme" (text for people), "empty", "pivot", "chart" (a drawing without
 *     data)
 * @param head its first rows, at most 6, for a thumbnail
 */
public record SheetSummary(
    String name, boolean hidden, long rows, int columns, String role, List<SourceRow> head) {
  public SheetSummary {
    head = List.copyOf(head);
  }
}
