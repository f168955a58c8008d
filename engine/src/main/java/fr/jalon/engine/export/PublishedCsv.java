package fr.jalon.engine.export;

import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads again the CSV that {@link CsvWriter} wrote, cell for cell: nothing is guessed of it, for it
 * is known how it was written. A file that is not so written is damaged, and that is the machine's
 * trouble: an {@code IOException}.
 */
final class PublishedCsv implements Table {
  private final Path file;
  private final List<String> names;

  private PublishedCsv(Path file, List<String> names) {
    this.file = file;
    this.names = List.copyOf(names);
  }

  static PublishedCsv open(Path file) throws IOException {
    try (Cells cells = new Cells(file)) {
      List<String> names = new ArrayList<>();
      while (cells.next()) {
        names.add(cells.text());
        if (cells.endsRow()) {
          break;
        }
      }
      if (names.isEmpty()) {
        throw cells.damaged("no names");
      }
      return new PublishedCsv(file, names);
    }
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>(names.size());
    for (String name : names) {
      columns.add(new Column(columns.size(), columns.size(), name));
    }
    return columns;
  }

  @Override
  public Reading reading() {
    return new Reading(
        "csv",
        "utf-8",
        false,
        ",",
        "\"",
        null,
        "LF",
        null,
        List.of(),
        List.of(1L),
        2,
        0,
        names,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    int width = names.size();
    BlockBuilder builder = new BlockBuilder(width, sink);
    try (Cells cells = new Cells(file)) {
      // the names
      for (int i = 0; i < width; i++) {
        cells.next();
      }
      long row = 1;
      while (cells.next()) {
        row++;
        for (int i = 0; i < width; i++) {
          if (i > 0 && !cells.next() || cells.endsRow() != (i == width - 1)) {
            throw cells.damaged("row " + row + " has not " + width + " cells");
          }
          builder.cell(cells.bytes, 0, cells.length);
        }
        builder.endRow(row);
      }
    }
    builder.finish();
  }

  /** The cells of the file in order. */
  private static final class Cells implements Closeable {
    private final Path file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private final Bytes cell = new Bytes(1 << 10);
    private byte[] bytes = cell.array();
    private int length;
    private boolean ends;

    Cells(Path file) throws IOException {
      this.file = file;
      this.in = Files.newInputStream(file);
    }

    String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** True when the cell just read is the last of its row. */
    boolean endsRow() {
      return ends;
    }

    /** Reads the next cell; false at the end of the file. */
    boolean next() throws IOException {
      int b = read();
      if (b < 0) {
        return false;
      }
      cell.clear();
      if (b == '"') {
        b = quoted();
      } else {
        while (b != ',' && b != '\n') {
          if (b < 0 || b == '"' || b == '\r') {
            throw damaged("a cell ends badly");
          }
          cell.put(b);
          b = read();
        }
      }
      ends = b == '\n';
      bytes = cell.array();
      length = cell.size();
      return true;
    }

    /** Reads the rest of a cell in quotes and gives the byte that ends it. */
    private int quoted() throws IOException {
      while (true) {
        int b = read();
        if (b < 0) {
          throw damaged("a quoted cell has no end");
        }
        if (b == '"') {
          b = read();
          if (b == ',' || b == '\n') {
            return b;
          }
          if (b != '"') {
            throw damaged("a quoted cell goes on behind its end");
          }
        }
        cell.put(b);
      }
    }

    private int read() throws IOException {
      if (at == limit) {
        limit = in.read(buffer, 0, buffer.length);
        at = 0;
        if (limit <= 0) {
          limit = 0;
          return -1;
        }
      }
      return buffer[at++] & 0xff;
    }

    IOException damaged(String how) {
      return new IOException("the published file " + file + " is damaged: " + how);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
