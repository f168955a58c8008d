package fr.jalon.engine.export;

import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the rows of a block are: each distinct shape made once into what a file wants of it, or
 * points from two columns of numbers.
 *
 * @param <T> what a file wants of a shape
 */
final class RowPlaces<T> {
  private final @Nullable Chunk shapes;
  private final List<@Nullable T> made;
  private final @Nullable Points points;

  private RowPlaces(@Nullable Chunk shapes, List<@Nullable T> made, @Nullable Points points) {
    this.shapes = shapes;
    this.made = made;
    this.points = points;
  }

  /** Which columns of a table say where its rows are, -1 for none. */
  record Columns(int geometry, int longitude, int latitude) {
    static Columns of(List<ExportColumn> columns) {
      return new Columns(
          indexOf(columns, Role.GEOMETRY),
          indexOf(columns, Role.LONGITUDE),
          indexOf(columns, Role.LATITUDE));
    }

    boolean isSomewhere() {
      return geometry >= 0 || longitude >= 0 && latitude >= 0;
    }

    private static int indexOf(List<ExportColumn> columns, Role role) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).role() == role) {
          return i;
        }
      }
      return -1;
    }
  }

  static <T> RowPlaces<T> of(
      List<TypedChunk> columns, Columns places, Function<Geometry, @Nullable T> make) {
    if (places.geometry() < 0) {
      Points points =
          new Points(
              Coordinates.of(columns.get(places.longitude()), 180),
              Coordinates.of(columns.get(places.latitude()), 90));
      return new RowPlaces<>(null, List.of(), points);
    }
    TypedChunk shapes = columns.get(places.geometry());
    List<@Nullable T> made = new ArrayList<>(shapes.chunk().distinct());
    for (int code = 0; code < shapes.chunk().distinct(); code++) {
      Geometry geometry = shapes.isEmpty(code) ? null : Geometries.read(shapes, code);
      made.add(geometry == null ? null : make.apply(geometry));
    }
    return new RowPlaces<>(shapes.chunk(), made, null);
  }

  /** True when rows are points of two columns: ask {@link #x} and {@link #y}. */
  boolean arePoints() {
    return shapes == null;
  }

  /** What was made of the shape of a row, null when it has none. */
  @Nullable T shape(int row) {
    return shapes == null ? null : made.get(shapes.code(row));
  }

  /** What was made of each distinct shape, null for none. */
  List<@Nullable T> distinct() {
    return made;
  }

  /** The longitude of a row, not a number when it is nowhere. */
  double x(int row) {
    return points != null && points.has(row) ? points.x().at(row) : Double.NaN;
  }

  double y(int row) {
    return points != null && points.has(row) ? points.y().at(row) : Double.NaN;
  }

  private record Points(Coordinates x, Coordinates y) {
    boolean has(int row) {
      return !Double.isNaN(x.at(row)) && !Double.isNaN(y.at(row));
    }
  }

  private record Coordinates(Chunk chunk, double[] values) {
    static Coordinates of(TypedChunk column, int bound) {
      Chunk chunk = column.chunk();
      ValueParser parser = new ValueParser();
      double[] values = new double[chunk.distinct()];
      for (int code = 0; code < values.length; code++) {
        boolean number =
            parser.parse(ValueType.DECIMAL, chunk.array(), chunk.offset(code), chunk.length(code));
        double value = number ? Double.longBitsToDouble(parser.value()) : Double.NaN;
        values[code] = Math.abs(value) <= bound ? value : Double.NaN;
      }
      return new Coordinates(chunk, values);
    }

    double at(int row) {
      return values[chunk.code(row)];
    }
  }
}
