package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * CSV by RFC 4180 in UTF-8: commas, names first, quotes only where they are needed.
 *
 * <p>Lines end with LF: every reader of CSV takes it, and it keeps the file the same to the tools
 * that compare and filter lines. A text that begins with {@code =} is written as it is: the file is
 * the reference, the workbook is the one made to be opened in a spreadsheet.
 */
final class CsvWriter implements TableWriter {
  static final String FILE = "data.csv";

  private final HashedFile file;
  private final CsvLines lines;
  private long rows;

  CsvWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    this.lines = new CsvLines(file, columns.size());
    lines.names(columns.stream().map(ExportColumn::name).toList());
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    lines.rows(block, columns.stream().map(TypedChunk::chunk).toList());
    rows += block.rows();
  }

  @Override
  public WrittenFile finish() throws IOException {
    lines.flush();
    return file.finish(WrittenFormat.CSV, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
