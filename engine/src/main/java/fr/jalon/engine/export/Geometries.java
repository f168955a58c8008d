package fr.jalon.engine.export;

import fr.jalon.engine.table.Chunk;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the place of a row as it is written in one cell: WKT, a GeoJSON geometry, or "latitude,
 * longitude" (the order of the geo_point_2d columns of national open data). Coordinates are in WGS
 * 84, longitude within 180 and latitude within 90 degrees; anything else is no geometry.
 */
final class Geometries {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Geometries() {}

  /** Writes the geometry in GeoJSON, nothing when the cell holds none. */
  static void put(Bytes out, TypedChunk column, int code) {
    Chunk chunk = column.chunk();
    String text =
        new String(chunk.array(), chunk.offset(code), chunk.length(code), StandardCharsets.UTF_8)
            .strip();
    String json = text.isEmpty() ? null : toGeoJson(text);
    if (json != null) {
      out.put(json);
    }
  }

  /** The geometry of a cell, in two dimensions, just when {@link #put} writes one. */
  static @Nullable Geometry read(TypedChunk column, int code) {
    String text = column.chunk().value(code).toString().strip();
    String json = text.isEmpty() ? null : toGeoJson(text);
    return json == null ? null : GeometryReader.read(JSON.readTree(json));
  }

  static @Nullable String toGeoJson(String text) {
    char first = text.charAt(0);
    if (first == '{') {
      return fromJson(text);
    }
    return Character.isLetter(first) ? fromWkt(text) : fromPair(text);
  }

  private static @Nullable String fromJson(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return isGeometry(node) ? JSON.writeValueAsString(node) : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable String fromWkt(String text) {
    try {
      // PostGIS writes the system before the shape; all is in WGS 84 by now
      String bare = text.startsWith("SRID=") ? text.substring(text.indexOf(';') + 1) : text;
      Geometry geometry = new WKTReader().read(bare);
      return GeometryJson.write(geometry);
    } catch (ParseException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String fromPair(String text) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      return null;
    }
    String latitude = text.substring(0, comma).strip();
    String longitude = text.substring(comma + 1).strip();
    if (isDegrees(latitude, 90) && isDegrees(longitude, 180)) {
      return "{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}";
    }
    return null;
  }

  private static boolean isDegrees(String text, int bound) {
    return text.matches("-?(0|[1-9][0-9]{0,2})(\\.[0-9]{1,30})?")
        && Math.abs(Double.parseDouble(text)) <= bound;
  }

  private static boolean isGeometry(JsonNode node) {
    JsonNode coordinates = node.path("coordinates");
    return switch (node.path("type").asString("")) {
      case "Point" -> isPosition(coordinates);
      case "MultiPoint", "LineString" -> isNested(coordinates, 1);
      case "MultiLineString", "Polygon" -> isNested(coordinates, 2);
      case "MultiPolygon" -> isNested(coordinates, 3);
      case "GeometryCollection" -> isCollection(node.path("geometries"));
      default -> false;
    };
  }

  private static boolean isCollection(JsonNode geometries) {
    if (!geometries.isArray()) {
      return false;
    }
    for (JsonNode geometry : geometries) {
      if (!isGeometry(geometry)) {
        return false;
      }
    }
    return true;
  }

  /** Positions inside so many levels of arrays. */
  private static boolean isNested(JsonNode node, int levels) {
    if (levels == 0) {
      return isPosition(node);
    }
    if (!node.isArray()) {
      return false;
    }
    for (JsonNode inner : node) {
      if (!isNested(inner, levels - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPosition(JsonNode node) {
    if (!node.isArray() || node.size() < 2) {
      return false;
    }
    for (JsonNode number : node) {
      if (!number.isNumber()) {
        return false;
      }
    }
    return Math.abs(node.get(0).asDouble()) <= 180 && Math.abs(node.get(1).asDouble()) <= 90;
  }
}
