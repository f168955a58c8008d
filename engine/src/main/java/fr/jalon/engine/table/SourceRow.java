package fr.jalon.engine.table;

import java.util.List;

/**
 * A row as the file has it, for showing it beside the table understood.
 *
 * @param row 1-based record number
 * @param cells its cells, cut to 200 characters each, at most 60
 */
public record SourceRow(long row, RowRole role, List<String> cells) {
  public static final int MAX_CELLS = 60;
  public static final int MAX_CELL_LENGTH = 200;

  public SourceRow {
    cells = List.copyOf(cells);
  }
}
