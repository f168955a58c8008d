package fr.jalon.engine.format.geo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of positions inside a shapefile's record: a line, or a ring of a polygon. Outer rings turn
 * clockwise there, holes the other way; GeoJSON has it the other way round (RFC 7946, 3.1.6).
 */
final class Ring {
  /** Pairs of a hole and a ring looked at before every hole is taken for a polygon. */
  private static final long MAX_PAIRS = 5_000_000;

  private final ByteBuffer record;
  private final int base;
  private final int from;
  private final int to;

  /**
   * @param base where the positions of the record begin
   * @param from first position, 0-based
   * @param to after the last one
   */
  Ring(ByteBuffer record, int base, int from, int to) {
    this.record = record;
    this.base = base;
    this.from = from;
    this.to = to;
  }

  private double x(int index) {
    return record.getDouble(base + 16 * index);
  }

  private double y(int index) {
    return record.getDouble(base + 16 * index + 8);
  }

  void write(ShapeText shape, boolean reversed) {
    shape.open();
    for (int i = 0; i < to - from; i++) {
      int index = reversed ? to - 1 - i : from + i;
      shape.position(x(index), y(index));
    }
    shape.close();
  }

  /** Positive when the ring turns counterclockwise. */
  private double area() {
    double twice = 0;
    double x0 = x(from);
    double y0 = y(from);
    for (int i = from; i + 1 < to; i++) {
      twice += (x(i) - x0) * (y(i + 1) - y0) - (x(i + 1) - x0) * (y(i) - y0);
    }
    return twice / 2;
  }

  private boolean contains(double px, double py) {
    boolean inside = false;
    int previous = to - 1;
    for (int i = from; i < to; previous = i++) {
      boolean crosses = y(i) > py != y(previous) > py;
      if (crosses && px < (x(previous) - x(i)) * (py - y(i)) / (y(previous) - y(i)) + x(i)) {
        inside = !inside;
      }
    }
    return inside;
  }

  private record Part(Ring outer, double area, List<Ring> holes) {}

  /** Gives the polygons these rings make, each hole put in the smallest ring around it. */
  static void givePolygons(List<Ring> rings, ShapeText shape) {
    List<Part> parts = new ArrayList<>();
    List<Ring> holes = new ArrayList<>();
    for (Ring ring : rings) {
      double area = ring.area();
      if (area <= 0 || rings.size() == 1) {
        parts.add(new Part(ring, Math.abs(area), new ArrayList<>()));
      } else {
        holes.add(ring);
      }
    }
    boolean few = (long) holes.size() * parts.size() < MAX_PAIRS;
    for (Ring hole : holes) {
      Part around = null;
      for (Part part : few ? parts : List.<Part>of()) {
        if ((around == null || part.area() < around.area())
            && part.outer().contains(hole.x(hole.from), hole.y(hole.from))) {
          around = part;
        }
      }
      if (around == null) {
        parts.add(new Part(hole, hole.area(), new ArrayList<>()));
      } else {
        around.holes().add(hole);
      }
    }
    boolean several = parts.size() > 1;
    shape.start(several ? "MultiPolygon" : "Polygon");
    if (several) {
      shape.open();
    }
    for (Part part : parts) {
      shape.open();
      part.outer().write(shape, part.outer().area() < 0);
      part.holes().forEach(hole -> hole.write(shape, hole.area() > 0));
      shape.close();
    }
    if (several) {
      shape.close();
    }
    shape.give();
  }
}
