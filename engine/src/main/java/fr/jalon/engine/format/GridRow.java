package fr.jalon.engine.format;

import java.util.List;

/**
 * A record of a file before anything is known of its layout.
 *
 * @param number 1-based record number; blank records count
 * @param cells as many as the record really has: rows need not have the same width
 */
public record GridRow(long number, List<String> cells) {
  public GridRow {
    cells = List.copyOf(cells);
  }

  /** The cell of a 0-based column, "" beyond the record's end. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
