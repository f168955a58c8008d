package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;
import fr.jalon.engine.query.Spots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A small picture of where rows are: dots on a plain ground, larger where there are more, lines and
 * areas. Longitudes are shortened as they are at the middle latitude, so that shapes look right.
 *
 * @param paths outlines, as SVG writes them
 */
public record StillMap(int width, int height, List<Dot> dots, List<String> paths) {
  private static final int WIDTH = 1000;
  private static final int SHORTEST = 420;
  private static final int TALLEST = 1000;
  private static final int MARGIN = 40;

  /** A page stays light: beyond so many letters of outlines the rest is left to the moving map. */
  private static final int MOST_PATH_LETTERS = 200_000;

  public StillMap {
    dots = List.copyOf(dots);
    paths = List.copyOf(paths);
  }

  /** A dot, in the units of the picture. */
  public record Dot(String x, String y, String radius) {}

  static StillMap of(Bounds bounds, Spots spots) {
    Frame frame = Frame.of(bounds);
    List<Dot> dots =
        spots.spots().stream()
            .map(spot -> frame.dot(spot.longitude(), spot.latitude(), spot.count()))
            .toList();
    return new StillMap(WIDTH, frame.height(), dots, List.of());
  }

  static StillMap of(Bounds bounds, Shapes shapes) {
    Frame frame = Frame.of(bounds);
    List<Dot> dots = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    int letters = 0;
    for (Shapes.Shape shape : shapes.shapes()) {
      JsonNode geometry = shape.geometry();
      if (geometry.path("type").asString("").endsWith("Point")) {
        shape.positions((x, y) -> dots.add(frame.dot(x, y, 1)));
      } else if (letters < MOST_PATH_LETTERS) {
        StringBuilder path = new StringBuilder();
        frame.outline(geometry, path);
        letters += path.length();
        paths.add(path.toString());
      }
    }
    return new StillMap(WIDTH, frame.height(), dots, paths);
  }

  /** From degrees to the picture. */
  private record Frame(
      Bounds bounds, double squeeze, double scale, double left, double top, int height) {
    static Frame of(Bounds bounds) {
      double squeeze = Math.cos(Math.toRadians((bounds.south() + bounds.north()) / 2));
      double across = Math.max(1e-4, (bounds.east() - bounds.west()) * squeeze);
      double up = Math.max(1e-4, bounds.north() - bounds.south());
      int height = (int) Math.max(SHORTEST, Math.min(TALLEST, WIDTH * up / across));
      double scale = Math.min((WIDTH - 2.0 * MARGIN) / across, (height - 2.0 * MARGIN) / up);
      double left = (WIDTH - across * scale) / 2;
      double top = (height - up * scale) / 2;
      return new Frame(bounds, squeeze, scale, left, top, height);
    }

    Dot dot(double longitude, double latitude, long count) {
      return new Dot(tenth(x(longitude)), tenth(y(latitude)), tenth(5 + 2.2 * Math.log(count)));
    }

    void outline(JsonNode geometry, StringBuilder path) {
      geometry.path("geometries").forEach(inner -> outline(inner, path));
      boolean closed = geometry.path("type").asString("").endsWith("Polygon");
      rings(geometry.path("coordinates"), closed, path);
    }

    private void rings(JsonNode node, boolean closed, StringBuilder path) {
      if (node.isEmpty() || !node.get(0).isArray()) {
        return;
      }
      if (!node.get(0).path(0).isNumber()) {
        node.forEach(inner -> rings(inner, closed, path));
        return;
      }
      String last = "";
      String letter = "M";
      for (JsonNode position : node) {
        String here =
            Math.round(x(position.get(0).asDouble()))
                + " "
                + Math.round(y(position.get(1).asDouble()));
        if (!here.equals(last)) {
          path.append(letter).append(here);
          letter = "L";
          last = here;
        }
      }
      path.append(closed ? "Z" : "");
    }

    private double x(double longitude) {
      return left + (longitude - bounds.west()) * squeeze * scale;
    }

    private double y(double latitude) {
      return top + (bounds.north() - latitude) * scale;
    }

    private static String tenth(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }
}
