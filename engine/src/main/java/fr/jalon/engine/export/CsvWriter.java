package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  private static final byte[] QUOTED_NOTHING = {'"', '"'};

  private final HashedFile file;
  private final Bytes line = new Bytes(1 << 16);
  private final boolean single;
  private long rows;

  CsvWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    this.single = columns.size() == 1;
    for (int i = 0; i < columns.size(); i++) {
      byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
      line.put(i == 0 ? new byte[0] : new byte[] {','});
      quote(line, name, 0, name.length);
    }
    line.put('\n');
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    int width = columns.size();
    Cells[] cells = new Cells[width];
    for (int i = 0; i < width; i++) {
      cells[i] = Cells.of(columns.get(i).chunk(), single);
    }
    for (int row = 0; row < block.rows(); row++) {
      for (int i = 0; i < width; i++) {
        cells[i].put(line, row);
        line.put(i + 1 < width ? ',' : '\n');
      }
      if (line.size() > 1 << 16) {
        flush();
      }
    }
    rows += block.rows();
  }

  @Override
  public WrittenFile finish() throws IOException {
    flush();
    return file.finish("csv", rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void flush() throws IOException {
    file.write(line.array(), 0, line.size());
    line.clear();
  }

  private static boolean needsQuotes(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      byte b = bytes[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  private static void quote(Bytes out, byte[] bytes, int offset, int length) {
    if (!needsQuotes(bytes, offset, length)) {
      out.put(bytes, offset, length);
      return;
    }
    out.put('"');
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '"') {
        out.put('"');
      }
      out.put(bytes[i]);
    }
    out.put('"');
  }

  /** The distinct values of a column of a block as they stand in the file. */
  private record Cells(Chunk chunk, byte[] array, int[] offsets) {
    private static final int[] AS_THEY_ARE = {};

    static Cells of(Chunk chunk, boolean single) {
      boolean empty = single && hasEmpty(chunk);
      if (!empty && !needsQuotes(chunk.array(), 0, chunk.dictionaryBytes())) {
        return new Cells(chunk, chunk.array(), AS_THEY_ARE);
      }
      Bytes encoded = new Bytes(chunk.dictionaryBytes() + chunk.dictionaryBytes() / 8 + 64);
      int[] offsets = new int[chunk.distinct() + 1];
      for (int code = 0; code < chunk.distinct(); code++) {
        if (single && chunk.length(code) == 0) {
          // a line with nothing on it would be taken for no row at all
          encoded.put(QUOTED_NOTHING);
        } else {
          quote(encoded, chunk.array(), chunk.offset(code), chunk.length(code));
        }
        offsets[code + 1] = encoded.size();
      }
      return new Cells(chunk, encoded.array(), offsets);
    }

    void put(Bytes line, int row) {
      int code = chunk.code(row);
      if (offsets.length == 0) {
        line.put(array, chunk.offset(code), chunk.length(code));
      } else {
        line.put(array, offsets[code], offsets[code + 1] - offsets[code]);
      }
    }

    private static boolean hasEmpty(Chunk chunk) {
      for (int code = 0; code < chunk.distinct(); code++) {
        if (chunk.length(code) == 0) {
          return true;
        }
      }
      return false;
    }
  }
}
