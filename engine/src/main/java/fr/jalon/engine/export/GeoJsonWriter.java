package fr.jalon.engine.export;

import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * GeoJSON by RFC 7946, one feature a row and a line, in the order of the table; a row whose place
 * is missing or impossible has no geometry but is there. Each distinct value is encoded once a
 * block.
 *
 * <p>Whole numbers that JavaScript would round (more than 15 digits) are written as text.
 */
final class GeoJsonWriter implements TableWriter {
  static final String FILE = "data.geojson";
  private static final int FLUSH_AT = 1 << 16;
  private static final byte[] NULL = ascii("null");
  private static final byte[] FEATURE = ascii("{\"type\":\"Feature\",\"geometry\":");
  private static final byte[] PROPERTIES = ascii(",\"properties\":{");
  private static final byte[] POINT = ascii("{\"type\":\"Point\",\"coordinates\":[");

  private final HashedFile file;
  private final Bytes out = new Bytes(FLUSH_AT * 2);
  private final List<Integer> properties = new ArrayList<>();
  private final List<byte[]> names = new ArrayList<>();
  private final int geometry;
  private final int longitude;
  private final int latitude;
  private long rows;

  GeoJsonWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    this.geometry = indexOf(columns, Role.GEOMETRY);
    this.longitude = indexOf(columns, Role.LONGITUDE);
    this.latitude = indexOf(columns, Role.LATITUDE);
    for (int i = 0; i < columns.size(); i++) {
      if (i != geometry) {
        Bytes name = new Bytes(64);
        name.put(properties.isEmpty() ? "" : ",");
        byte[] text = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
        JsonText.put(name, text, 0, text.length);
        name.put(':');
        names.add(name.toArray());
        properties.add(i);
      }
    }
    out.put("{\"type\":\"FeatureCollection\",\"features\":[");
  }

  /** True when the columns say where the rows are. */
  static boolean suits(List<ExportColumn> columns) {
    return indexOf(columns, Role.GEOMETRY) >= 0
        || indexOf(columns, Role.LONGITUDE) >= 0 && indexOf(columns, Role.LATITUDE) >= 0;
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    List<JsonCells> cells = new ArrayList<>(properties.size());
    for (int i : properties) {
      cells.add(JsonCells.of(columns.get(i), JsonCells::putProperty));
    }
    JsonCells shapes =
        geometry < 0 ? JsonCells.NONE : JsonCells.of(columns.get(geometry), Geometries::put);
    JsonCells x =
        geometry < 0 ? JsonCells.of(columns.get(longitude), coordinate(180)) : JsonCells.NONE;
    JsonCells y =
        geometry < 0 ? JsonCells.of(columns.get(latitude), coordinate(90)) : JsonCells.NONE;
    for (int row = 0; row < block.rows(); row++) {
      out.put(rows + row == 0 ? "\n" : ",\n");
      out.put(FEATURE);
      putGeometry(shapes, x, y, row);
      out.put(PROPERTIES);
      for (int i = 0; i < cells.size(); i++) {
        out.put(names.get(i));
        cells.get(i).put(out, row);
      }
      out.put('}');
      out.put('}');
      if (out.size() > FLUSH_AT) {
        flush();
      }
    }
    rows += block.rows();
  }

  @Override
  public WrittenFile finish() throws IOException {
    out.put("\n]}\n");
    flush();
    return file.finish(WrittenFormat.GEOJSON, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void putGeometry(JsonCells shapes, JsonCells x, JsonCells y, int row) {
    if (geometry >= 0) {
      if (shapes.has(row)) {
        shapes.put(out, row);
      } else {
        out.put(NULL);
      }
    } else if (x.has(row) && y.has(row)) {
      out.put(POINT);
      x.put(out, row);
      out.put(',');
      y.put(out, row);
      out.put(']');
      out.put('}');
    } else {
      out.put(NULL);
    }
  }

  private void flush() throws IOException {
    file.write(out.array(), 0, out.size());
    out.clear();
  }

  /** Writes a coordinate as it stands when it is a number within bounds, nothing otherwise. */
  private static JsonCells.Encoding coordinate(int bound) {
    ValueParser parser = new ValueParser();
    return (out, column, code) -> {
      Chunk chunk = column.chunk();
      int length = chunk.length(code);
      if (parser.parse(ValueType.DECIMAL, chunk.array(), chunk.offset(code), length)
          && Math.abs(Double.longBitsToDouble(parser.value())) <= bound) {
        out.put(chunk.array(), chunk.offset(code), length);
      }
    };
  }

  private static int indexOf(List<ExportColumn> columns, Role role) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).role() == role) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
