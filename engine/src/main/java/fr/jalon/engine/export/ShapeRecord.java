package fr.jalon.engine.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape as a shapefile holds it (ESRI, "Shapefile Technical Description", 1998): outer rings
 * clockwise, holes the other way.
 *
 * @param kind null for a shape that no shapefile holds, of which nothing is kept
 */
record ShapeRecord(@Nullable ShapeKind kind, byte[] bytes, Envelope bounds) {
  /** Bytes of a record of a point. */
  static final int POINT = 20;

  static ShapeRecord of(Geometry geometry) {
    ShapeKind kind = ShapeKind.of(geometry);
    Envelope bounds = geometry.getEnvelopeInternal();
    byte[] bytes =
        kind == null
            ? new byte[0]
            : switch (kind) {
              case POINTS -> point(geometry.getCoordinate());
              case MULTIPOINTS -> points(geometry.getCoordinates(), bounds);
              case LINES, POLYGONS -> parts(kind, rings(geometry), bounds);
            };
    return new ShapeRecord(kind, bytes, bounds);
  }

  private static byte[] point(Coordinate at) {
    return buffer(POINT, ShapeKind.POINTS).putDouble(at.getX()).putDouble(at.getY()).array();
  }

  private static byte[] points(Coordinate[] points, Envelope bounds) {
    ByteBuffer out = buffer(40 + 16 * points.length, ShapeKind.MULTIPOINTS);
    box(out, bounds).putInt(points.length);
    for (Coordinate point : points) {
      out.putDouble(point.getX()).putDouble(point.getY());
    }
    return out.array();
  }

  private static byte[] parts(ShapeKind kind, List<Line> parts, Envelope bounds) {
    int points = parts.stream().mapToInt(part -> part.points().size()).sum();
    ByteBuffer out = buffer(44 + 4 * parts.size() + 16 * points, kind);
    box(out, bounds).putInt(parts.size()).putInt(points);
    int first = 0;
    for (Line part : parts) {
      out.putInt(first);
      first += part.points().size();
    }
    for (Line part : parts) {
      CoordinateSequence line = part.points();
      for (int i = 0; i < line.size(); i++) {
        int at = part.reversed() ? line.size() - 1 - i : i;
        out.putDouble(line.getX(at)).putDouble(line.getY(at));
      }
    }
    return out.array();
  }

  private static List<Line> rings(Geometry geometry) {
    List<Line> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        rings.add(ring(polygon.getExteriorRing(), false));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(ring(polygon.getInteriorRingN(hole), true));
        }
      } else {
        rings.add(new Line(((LineString) part).getCoordinateSequence(), false));
      }
    }
    rings.removeIf(line -> line.points().size() == 0);
    return rings;
  }

  private static Line ring(LinearRing ring, boolean counterclockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean turned = points.size() >= 4 && Orientation.isCCW(points) != counterclockwise;
    return new Line(points, turned);
  }

  private static ByteBuffer buffer(int size, ShapeKind kind) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(kind.code());
  }

  private static ByteBuffer box(ByteBuffer out, Envelope bounds) {
    return out.putDouble(bounds.getMinX())
        .putDouble(bounds.getMinY())
        .putDouble(bounds.getMaxX())
        .putDouble(bounds.getMaxY());
  }

  private record Line(CoordinateSequence points, boolean reversed) {}
}
