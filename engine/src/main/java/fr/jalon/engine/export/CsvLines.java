package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of CSV by RFC 4180 in UTF-8, quotes only where they are needed.
 *
 * <p>Each distinct value of a block is quoted once, and only in the blocks that hold one to quote.
 */
final class CsvLines {
  private static final int CHUNK = 1 << 16;
  private static final byte[] QUOTED_NOTHING = {'"', '"'};
  private static final byte[] NOTHING = {};

  private final OutputStream out;
  private final Bytes line = new Bytes(CHUNK);
  private final Signs signs;
  private final byte[] separator;
  private final byte[] end;
  private final boolean single;

  /** What is between cells and at the ends of lines. */
  enum Signs {
    /** Commas and LF. */
    PLAIN(',', "\n"),
    /** Semicolons and CRLF. */
    OF_EXCEL(';', "\r\n");

    private final char separator;
    private final String end;

    Signs(char separator, String end) {
      this.separator = separator;
      this.end = end;
    }
  }

  /** The stream stays the caller's to close. */
  CsvLines(OutputStream out, int columns) {
    this(out, columns, Signs.PLAIN);
  }

  /** The stream stays the caller's to close. */
  CsvLines(OutputStream out, int columns, Signs signs) {
    this.out = out;
    this.signs = signs;
    this.separator = new byte[] {(byte) signs.separator};
    this.end = signs.end.getBytes(StandardCharsets.US_ASCII);
    this.single = columns == 1;
  }

  void names(List<String> names) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
      line.put(i == 0 ? NOTHING : separator);
      quote(line, name, 0, name.length, signs);
    }
    line.put(end);
  }

  /** One line for each row of the block; {@code chunks} are its columns as they are to be read. */
  void rows(Block block, List<Chunk> chunks) throws IOException {
    int width = chunks.size();
    Cells[] cells = new Cells[width];
    for (int i = 0; i < width; i++) {
      cells[i] = Cells.of(chunks.get(i), single, signs);
    }
    for (int row = 0; row < block.rows(); row++) {
      for (int i = 0; i < width; i++) {
        cells[i].put(line, row);
        line.put(i + 1 < width ? separator : end);
      }
      if (line.size() > CHUNK) {
        flush();
      }
    }
  }

  void flush() throws IOException {
    out.write(line.array(), 0, line.size());
    line.clear();
  }

  private static boolean needsQuotes(byte[] bytes, int offset, int length, Signs signs) {
    for (int i = offset; i < offset + length; i++) {
      byte b = bytes[i];
      if (b == signs.separator || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  private static void quote(Bytes out, byte[] bytes, int offset, int length, Signs signs) {
    if (!needsQuotes(bytes, offset, length, signs)) {
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

    static Cells of(Chunk chunk, boolean single, Signs signs) {
      boolean empty = single && hasEmpty(chunk);
      if (!empty && !needsQuotes(chunk.array(), 0, chunk.dictionaryBytes(), signs)) {
        return new Cells(chunk, chunk.array(), AS_THEY_ARE);
      }
      Bytes encoded = new Bytes(chunk.dictionaryBytes() + chunk.dictionaryBytes() / 8 + 64);
      int[] offsets = new int[chunk.distinct() + 1];
      for (int code = 0; code < chunk.distinct(); code++) {
        if (single && chunk.length(code) == 0) {
          // a line with nothing on it would be taken for no row at all
          encoded.put(QUOTED_NOTHING);
        } else {
          quote(encoded, chunk.array(), chunk.offset(code), chunk.length(code), signs);
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
