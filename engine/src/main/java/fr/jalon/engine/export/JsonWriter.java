package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One array of objects in JSON, a row each and a line, in the order of the table, with the names of
 * the columns; a cell without a value is null.
 *
 * <p>Codes, dates and whole numbers that JavaScript would round (more than 15 digits) are texts.
 */
final class JsonWriter implements TableWriter {
  static final String FILE = "data.json";
  private static final int FLUSH_AT = 1 << 16;

  private final HashedFile file;
  private final Bytes out = new Bytes(FLUSH_AT * 2);
  private final List<byte[]> names = new ArrayList<>();
  private long rows;

  JsonWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    for (ExportColumn column : columns) {
      Bytes name = new Bytes(64);
      name.put(names.isEmpty() ? '{' : ',');
      byte[] text = column.name().getBytes(StandardCharsets.UTF_8);
      JsonText.put(name, text, 0, text.length);
      name.put(':');
      names.add(name.toArray());
    }
    out.put('[');
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    List<JsonCells> cells = new ArrayList<>(columns.size());
    for (TypedChunk column : columns) {
      cells.add(JsonCells.of(column, JsonCells::putProperty));
    }
    for (int row = 0; row < block.rows(); row++) {
      out.put(rows + row == 0 ? "\n" : ",\n");
      for (int i = 0; i < cells.size(); i++) {
        out.put(names.get(i));
        cells.get(i).put(out, row);
      }
      out.put('}');
      if (out.size() > FLUSH_AT) {
        flush();
      }
    }
    rows += block.rows();
  }

  @Override
  public WrittenFile finish() throws IOException {
    out.put("\n]\n");
    flush();
    return file.finish(WrittenFormat.JSON, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void flush() throws IOException {
    file.write(out.array(), 0, out.size());
    out.clear();
  }
}
