package fr.jalon.engine;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.WrittenFormat;
import java.util.List;

/**
 * A file wanted of what is published.
 *
 * @param format its code in JSON: one {@link WrittenFormat#madeFromCsv}
 * @param columns those of the published CSV, in order
 * @param rows of the published CSV
 */
public record Download(
    @AsCode WrittenFormat format, List<Export.WrittenColumn> columns, long rows) {
  public Download {
    columns = List.copyOf(columns);
  }

  List<ExportColumn> exportColumns() {
    return columns.stream()
        .map(
            column ->
                new ExportColumn(
                    column.name(), column.type(), column.kind(), column.title(), column.role()))
        .toList();
  }
}
