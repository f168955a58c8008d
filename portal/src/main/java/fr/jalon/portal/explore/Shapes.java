package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines, areas and points of a version, from the GeoJSON we wrote: the first ones, as many as a
 * browser draws with ease.
 *
 * @param whole false when the file holds more
 */
record Shapes(List<Shape> shapes, boolean whole) {
  private static final int MOST_SHAPES = 3_000;
  private static final long MOST_BYTES = 4_000_000;

  Shapes {
    shapes = List.copyOf(shapes);
  }

  /**
   * @param row 1-based
   * @param geometry in GeoJSON, never null in it
   */
  record Shape(long row, JsonNode geometry) {
    /** Every position of it: longitude, latitude. */
    void positions(BiConsumer<Double, Double> seen) {
      positions(geometry, seen);
    }

    private static void positions(JsonNode node, BiConsumer<Double, Double> seen) {
      node.path("geometries").forEach(inner -> positions(inner, seen));
      coordinates(node.path("coordinates"), seen);
    }

    private static void coordinates(JsonNode node, BiConsumer<Double, Double> seen) {
      if (node.size() >= 2 && node.get(0).isNumber()) {
        seen.accept(node.get(0).asDouble(), node.get(1).asDouble());
      } else {
        node.forEach(inner -> coordinates(inner, seen));
      }
    }
  }

  /** Reads the head of a GeoJSON file of ours: one feature a row, in the order of the rows. */
  static Shapes read(Path geoJson) throws IOException {
    List<Shape> shapes = new ArrayList<>();
    try (JsonParser parser = JsonMapper.shared().createParser(geoJson)) {
      toFeatures(parser);
      long row = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        row++;
        JsonNode feature = parser.readValueAsTree();
        JsonNode geometry = feature.path("geometry");
        if (geometry.isObject()) {
          shapes.add(new Shape(row, geometry));
        }
        if (shapes.size() >= MOST_SHAPES || parser.currentLocation().getByteOffset() > MOST_BYTES) {
          return new Shapes(shapes, parser.nextToken() != JsonToken.START_OBJECT);
        }
      }
      return new Shapes(shapes, true);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static void toFeatures(JsonParser parser) {
    while (parser.nextToken() != null) {
      if (parser.currentToken() == JsonToken.PROPERTY_NAME
          && "features".equals(parser.currentName())) {
        parser.nextToken();
        return;
      }
    }
  }

  /** The rectangle they lie in, nothing when there is none. */
  Optional<Bounds> bounds() {
    double[] found = {180, 90, -180, -90};
    shapes.forEach(
        shape ->
            shape.positions(
                (x, y) -> {
                  found[0] = Math.min(found[0], x);
                  found[1] = Math.min(found[1], y);
                  found[2] = Math.max(found[2], x);
                  found[3] = Math.max(found[3], y);
                }));
    return found[0] <= found[2] && found[1] <= found[3]
        ? Optional.of(new Bounds(found[0], found[1], found[2], found[3]))
        : Optional.empty();
  }
}
