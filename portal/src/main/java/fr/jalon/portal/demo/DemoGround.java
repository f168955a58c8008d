package fr.jalon.portal.demo;

import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.territory.Outlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Outlines of communes around Orléans, invented: a grid whose lines are not straight. */
final class DemoGround {
  private static final String SOURCE = "inventés pour la démonstration";

  /** Codes as the communes lie, from north to south and from west to east. */
  private static final String[][] COMMUNES = {
    {"45169", "45302", "45147", "45308"},
    {"45285", "45234", "45284", "45089"},
    {"45282", "45232", "45286", "45274"},
  };

  private static final double WEST = 1.80;
  private static final double NORTH = 47.97;
  private static final double WIDTH = 0.06;
  private static final double HEIGHT = 0.05;

  /** Steps of each side of a cell, and how far they wander, in degrees. */
  private static final int STEPS = 8;

  private static final double WANDER = 0.004;

  private final Outlines outlines;
  private final Storage storage;

  DemoGround(Outlines outlines, Storage storage) {
    this.outlines = outlines;
    this.storage = storage;
  }

  /** Does nothing when there are outlines. */
  void make() throws IOException {
    if (outlines.find().isPresent()) {
      return;
    }
    Path folder = storage.newFolder();
    try {
      Path file = Files.writeString(folder.resolve("contours.geojson"), geoJson());
      outlines.load(file, "contours.geojson", SOURCE);
    } finally {
      storage.removeFolder(folder);
    }
  }

  private static String geoJson() {
    List<String> features = new ArrayList<>();
    for (int line = 0; line < COMMUNES.length; line++) {
      for (int column = 0; column < COMMUNES[line].length; column++) {
        List<double[]> ring = new ArrayList<>(side(line, column, true));
        ring.addAll(side(line, column + 1, false));
        ring.add(corner(line + 1, column + 1));
        ring.addAll(turned(side(line + 1, column, true)));
        ring.addAll(turned(side(line, column, false)));
        ring.add(ring.get(0));
        features.add(
            "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
                .formatted(COMMUNES[line][column], written(ring)));
      }
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  /**
   * The line from a corner of the grid to the next, without that one: the same for both its sides.
   */
  private static List<double[]> side(int line, int column, boolean eastward) {
    Random random = new Random(line * 100L + column * 2L + (eastward ? 1 : 0));
    List<double[]> positions = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      double along = (double) step / STEPS;
      double wander = step == 0 ? 0 : (random.nextDouble() - 0.5) * 2 * WANDER;
      double x = column + (eastward ? along : 0);
      double y = line + (eastward ? 0 : along);
      positions.add(
          new double[] {
            WEST + x * WIDTH + (eastward ? 0 : wander), NORTH - y * HEIGHT + (eastward ? wander : 0)
          });
    }
    return positions;
  }

  private static double[] corner(int line, int column) {
    return new double[] {WEST + column * WIDTH, NORTH - line * HEIGHT};
  }

  /** Walked the other way: it ends where it began, and begins a step before its end. */
  private static List<double[]> turned(List<double[]> side) {
    List<double[]> turned = new ArrayList<>(side);
    Collections.reverse(turned);
    return turned;
  }

  private static String written(List<double[]> ring) {
    List<String> positions = new ArrayList<>();
    for (double[] position : ring) {
      positions.add(String.format(Locale.ROOT, "[%.5f,%.5f]", position[0], position[1]));
    }
    return String.join(",", positions);
  }
}
