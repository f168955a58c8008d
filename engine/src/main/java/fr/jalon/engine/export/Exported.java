package fr.jalon.engine.export;

import java.util.List;

/**
 * What was written.
 *
 * @param columns as they were really written: names made unique, types that held for every value
 * @param rows rows of the table
 */
public record Exported(List<WrittenFile> files, List<ExportColumn> columns, long rows) {
  public Exported {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
  }
}
