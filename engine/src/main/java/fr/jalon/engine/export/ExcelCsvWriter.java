package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * CSV as Excel reads it in French when the file is double-clicked: a byte order mark, without which
 * it takes UTF-8 for the letters of Windows; semicolons; CRLF; and a comma in decimal numbers, for
 * it takes 12.5 for the 12th of May.
 *
 * <p>Values are those of {@link CsvWriter}, a text that begins with {@code =} too: any sign put
 * before it would be one more letter to every other program. Excel makes what it likes of codes and
 * of such texts; the workbook is the file in which it cannot.
 */
final class ExcelCsvWriter implements TableWriter {
  static final String FILE = "data.excel.csv";
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final HashedFile file;
  private final CsvLines lines;
  private long rows;

  ExcelCsvWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    file.write(MARK);
    this.lines = new CsvLines(file, columns.size(), CsvLines.Signs.OF_EXCEL);
    lines.names(columns.stream().map(ExportColumn::name).toList());
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    lines.rows(block, columns.stream().map(ExcelCsvWriter::cells).toList());
    rows += block.rows();
  }

  @Override
  public WrittenFile finish() throws IOException {
    lines.flush();
    return file.finish(WrittenFormat.EXCEL, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Chunk cells(TypedChunk column) {
    return column.type() == ValueType.DECIMAL
        ? column.chunk().map(number -> number.replace('.', ','))
        : column.chunk();
  }
}
