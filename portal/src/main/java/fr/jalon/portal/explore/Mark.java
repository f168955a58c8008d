package fr.jalon.portal.explore;

import fr.jalon.engine.query.Spots.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a map marks at one place: a row, or several gathered.
 *
 * @param row 1-based number of the row, of the first of them when they are several
 */
record Mark(double lon, double lat, long count, long row) {
  /** Pixels of the world's width at zoom 0, by the custom of web maps. */
  private static final double TILE = 256;

  /** A point can be pressed on so many pixels (WCAG 2.2, 2.5.8). */
  private static final double SMALLEST = 24;

  private static final double SPACE = 2;

  static Mark of(Spot spot) {
    return new Mark(spot.longitude(), spot.latitude(), spot.count(), spot.row() + 1);
  }

  /** Pixels across, as it is drawn. */
  double size() {
    return count == 1 ? SMALLEST : SMALLEST + 4 + 8 * Math.log10(count);
  }

  /**
   * The same rows in marks that do not touch each other at that zoom: the largest keep their place
   * and take in those they would cover.
   */
  static List<Mark> apart(List<Mark> marks, int zoom) {
    List<Mark> placed = new ArrayList<>();
    List<Mark> waiting = new ArrayList<>(marks);
    waiting.sort(Comparator.comparingLong(Mark::count).reversed().thenComparingLong(Mark::row));
    for (Mark mark : waiting) {
      Mark whole = mark;
      for (int i = touching(placed, whole, zoom); i >= 0; i = touching(placed, whole, zoom)) {
        whole = placed.remove(i).with(whole);
      }
      placed.add(whole);
    }
    return placed;
  }

  private static int touching(List<Mark> placed, Mark mark, int zoom) {
    for (int i = 0; i < placed.size(); i++) {
      if (placed.get(i).touches(mark, zoom)) {
        return i;
      }
    }
    return -1;
  }

  private boolean touches(Mark other, int zoom) {
    double scale = TILE * Math.pow(2, zoom);
    double across = (lon - other.lon) / 360 * scale;
    double up = (mercator(lat) - mercator(other.lat)) * scale;
    return Math.hypot(across, up) < (size() + other.size()) / 2 + SPACE;
  }

  private Mark with(Mark other) {
    long all = count + other.count;
    double share = (double) other.count / all;
    return new Mark(
        lon + (other.lon - lon) * share,
        lat + (other.lat - lat) * share,
        all,
        Math.min(row, other.row));
  }

  /** 0 to 1 from one pole of web maps to the other. */
  private static double mercator(double latitude) {
    double sine = Math.sin(Math.toRadians(Math.max(-85, Math.min(85, latitude))));
    return Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
}
