package fr.jalon.engine.export;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Writes a table as it was read, as plain CSV: no type is believed, no value changed, no row left
 * out. What was ill-formed is U+FFFD, so the result is always UTF-8.
 *
 * <p>The first line names the columns unless nothing in the file does: an invented name would be
 * taken for one that was read. For the same reason the name of a nameless column is left empty.
 */
public final class PlainCsv {
  private PlainCsv() {}

  /**
   * Writes the table whole; the stream stays the caller's to close.
   *
   * @param rowsWritten told now and then how many rows are written
   * @return rows written, the line of names not counted
   */
  public static long write(Table table, OutputStream out, LongConsumer rowsWritten)
      throws IOException, UnreadableFile {
    List<Column> columns = table.columns();
    CsvLines lines = new CsvLines(out, columns.size());
    if (!table.reading().headerRows().isEmpty() || !columns.stream().allMatch(Column::isNameless)) {
      lines.names(columns.stream().map(c -> c.isNameless() ? "" : c.name()).toList());
    }
    long[] rows = {0};
    table.scan(
        block -> {
          lines.rows(block, block.chunks().stream().map(Utf8::sound).toList());
          rows[0] += block.rows();
          rowsWritten.accept(rows[0]);
        });
    lines.flush();
    return rows[0];
  }
}
