package fr.jalon.engine.export;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A JTS geometry in GeoJSON. Outer rings turn counterclockwise and holes clockwise, as RFC 7946
 * section 3.1.6 asks; the third dimension is left out.
 */
final class GeometryJson {
  private final StringBuilder out = new StringBuilder();

  private GeometryJson() {}

  /** Null when the geometry is empty or lies outside the world in degrees. */
  static @Nullable String write(Geometry geometry) {
    Envelope bounds = geometry.getEnvelopeInternal();
    if (geometry.isEmpty()
        || !(bounds.getMinX() >= -180
            && bounds.getMaxX() <= 180
            && bounds.getMinY() >= -90
            && bounds.getMaxY() <= 90)) {
      return null;
    }
    GeometryJson json = new GeometryJson();
    json.object(geometry);
    return json.out.toString();
  }

  private void object(Geometry geometry) {
    boolean collection = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    boolean ring = geometry instanceof LinearRing;
    out.append("{\"type\":\"").append(ring ? "LineString" : geometry.getGeometryType());
    out.append(collection ? "\",\"geometries\":" : "\",\"coordinates\":");
    if (collection) {
      parts(geometry, this::object);
    } else {
      coordinates(geometry);
    }
    out.append('}');
  }

  private void coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      position(point.getCoordinate());
    } else if (geometry instanceof LineString line) {
      line(line.getCoordinateSequence(), false);
    } else if (geometry instanceof Polygon polygon) {
      polygon(polygon);
    } else {
      parts(geometry, this::coordinates);
    }
  }

  private void parts(Geometry geometry, Consumer<Geometry> write) {
    out.append('[');
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      out.append(i == 0 ? "" : ",");
      write.accept(geometry.getGeometryN(i));
    }
    out.append(']');
  }

  private void polygon(Polygon polygon) {
    out.append('[');
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.append(',');
      ring(polygon.getInteriorRingN(i), false);
    }
    out.append(']');
  }

  private void ring(LinearRing ring, boolean counterclockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    line(points, points.size() >= 4 && Orientation.isCCW(points) != counterclockwise);
  }

  private void line(CoordinateSequence points, boolean reversed) {
    out.append('[');
    for (int i = 0; i < points.size(); i++) {
      out.append(i == 0 ? "" : ",");
      position(points.getCoordinate(reversed ? points.size() - 1 - i : i));
    }
    out.append(']');
  }

  private void position(Coordinate at) {
    out.append('[').append(number(at.getX())).append(',').append(number(at.getY())).append(']');
  }

  /** Never in scientific notation. */
  private static String number(double value) {
    String plain = BigDecimal.valueOf(value).toPlainString();
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }
}
