package fr.jalon.engine.table;

import java.util.List;

/**
 * One of several tables of a sheet.
 *
 * @param firstRow number of its first row, header included, from 1
 * @param lastRow number of its last row
 * @param rows rows of data
 * @param columns width
 * @param head its first rows, at most 6, for a thumbnail
 */
public record TableSummary(
    long firstRow, long lastRow, long rows, int columns, List<SourceRow> head) {
  public TableSummary {
    head = List.copyOf(head);
  }
}
