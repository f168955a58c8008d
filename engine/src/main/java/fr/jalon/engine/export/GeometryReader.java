package fr.jalon.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Makes a JTS geometry of a GeoJSON one that {@link Geometries} found to be one. */
final class GeometryReader {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeometryReader() {}

  /** Null when it is no shape: a ring that is not closed, a line of one point. */
  static @Nullable Geometry read(JsonNode node) {
    try {
      Geometry geometry = geometry(node);
      return geometry.isEmpty() ? null : geometry;
    } catch (IllegalArgumentException noShape) {
      return null;
    }
  }

  private static Geometry geometry(JsonNode node) {
    JsonNode at = node.path("coordinates");
    return switch (node.path("type").asString("")) {
      case "Point" -> FACTORY.createPoint(position(at));
      case "LineString" -> line(at);
      case "Polygon" -> polygon(at);
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(at));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(parts(at, GeometryReader::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(parts(at, GeometryReader::polygon).toArray(Polygon[]::new));
      default ->
          FACTORY.createGeometryCollection(
              parts(node.path("geometries"), GeometryReader::geometry).toArray(Geometry[]::new));
    };
  }

  private static LineString line(JsonNode at) {
    return FACTORY.createLineString(positions(at));
  }

  private static Polygon polygon(JsonNode at) {
    List<LinearRing> rings = parts(at, ring -> FACTORY.createLinearRing(positions(ring)));
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(JsonNode at) {
    return parts(at, GeometryReader::position).toArray(Coordinate[]::new);
  }

  private static Coordinate position(JsonNode at) {
    return new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
  }

  private static <T> List<T> parts(JsonNode array, Function<JsonNode, T> read) {
    List<T> parts = new ArrayList<>(array.size());
    for (JsonNode one : array) {
      parts.add(read.apply(one));
    }
    return parts;
  }
}
