package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.UnreadableFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What a shapefile is to be, from one look at the whole table: the format wants widths, sizes and
 * corners before the first row. One thread.
 */
final class ShapefilePlan {
  /** Offsets are 32 bits, and programs take them with their sign. */
  static final long LARGEST = Integer.MAX_VALUE;

  static final int HEADER = 100;

  /** Before each record: its number and its length. */
  static final int RECORD_HEADER = 8;

  /** A row that is nowhere. */
  static final int NULL_SHAPE = 4;

  private final RowPlaces.Columns places;
  private final List<DbfField> fields;
  private final Map<ShapeKind, Layer> layers = new EnumMap<>(ShapeKind.class);
  private long nowhere;
  private long collections;

  ShapefilePlan(List<ExportColumn> columns) throws UnreadableFile {
    this.places = RowPlaces.Columns.of(columns);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (i != places.geometry()) {
        kept.add(i);
      }
    }
    if (kept.size() > DbfField.MOST_FIELDS) {
      throw new UnreadableFile(
          new Refusal(
              "shapefile-too-many-columns",
              Map.of("columns", Integer.toString(DbfField.MOST_FIELDS))));
    }
    this.fields = DbfField.of(columns, kept);
  }

  /** The rows of one kind of shape. */
  static final class Layer {
    private long rows;
    private long shapeBytes = HEADER;
    private final Envelope bounds = new Envelope();

    long rows() {
      return rows;
    }

    long shapeBytes() {
      return shapeBytes;
    }

    Envelope bounds() {
      return bounds;
    }

    private void add(int bytes) {
      rows++;
      shapeBytes += RECORD_HEADER + bytes;
    }
  }

  void see(Block block, List<TypedChunk> columns) {
    fields.forEach(field -> field.see(columns.get(field.column())));
    RowPlaces<ShapeRecord> shapes = RowPlaces.of(columns, places, ShapeRecord::of);
    for (int row = 0; row < block.rows(); row++) {
      if (shapes.arePoints()) {
        seePoint(shapes.x(row), shapes.y(row));
      } else {
        see(shapes.shape(row));
      }
    }
  }

  private void seePoint(double x, double y) {
    if (Double.isNaN(x)) {
      nowhere++;
    } else {
      Layer points = layer(ShapeKind.POINTS);
      points.add(ShapeRecord.POINT);
      points.bounds.expandToInclude(x, y);
    }
  }

  private void see(@Nullable ShapeRecord shape) {
    if (shape == null || shape.kind() == null) {
      nowhere++;
      collections += shape == null ? 0 : 1;
    } else {
      Layer layer = layer(shape.kind());
      layer.add(shape.bytes().length);
      layer.bounds.expandToInclude(shape.bounds());
    }
  }

  private Layer layer(ShapeKind kind) {
    return layers.computeIfAbsent(kind, first -> new Layer());
  }

  /**
   * Ends the look: rows that are nowhere go with the first kind.
   *
   * @throws UnreadableFile when no shapefile holds so much
   */
  void end() throws UnreadableFile {
    Layer first = layer(home());
    first.rows += nowhere;
    first.shapeBytes += nowhere * (RECORD_HEADER + NULL_SHAPE);
    for (Layer layer : layers.values()) {
      if (layer.shapeBytes > LARGEST || tableBytes(layer) > LARGEST) {
        throw new UnreadableFile("shapefile-too-large");
      }
    }
  }

  private ShapeKind home() {
    return layers.isEmpty() ? ShapeKind.POINTS : layers.keySet().iterator().next();
  }

  /** The kind of a shape's file, that of rows without one included. */
  ShapeKind kindOf(@Nullable ShapeRecord shape) {
    return shape == null || shape.kind() == null ? home() : shape.kind();
  }

  Set<ShapeKind> kinds() {
    return layers.keySet();
  }

  Layer get(ShapeKind kind) {
    return layer(kind);
  }

  RowPlaces.Columns places() {
    return places;
  }

  List<DbfField> fields() {
    return fields;
  }

  /** Rows whose shape is of several kinds at once, written without it. */
  long collections() {
    return collections;
  }

  /** Before the rows of the table: 32 bytes, 32 a field, and one. */
  int tableHeader() {
    return 32 + 32 * fields.size() + 1;
  }

  int rowBytes() {
    return 1 + fields.stream().mapToInt(DbfField::width).sum();
  }

  private long tableBytes(Layer layer) {
    return tableHeader() + layer.rows * rowBytes() + 1;
  }
}
