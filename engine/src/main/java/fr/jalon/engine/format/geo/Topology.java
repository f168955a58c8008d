package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The lines a TopoJSON document's shapes are made of, kept once as figures, and the names of its
 * objects. Positions are steps from one to the next on a grid when there is a transform.
 */
final class Topology {
  /** Positions of all lines together: what a worker's memory holds with ease. */
  private static final int MOST_POSITIONS = 8_000_000;

  /** Lines given back for one kept: a border is shared by two shapes, rarely by a few more. */
  private static final long MOST_USES = 64;

  private static final long FREE_POSITIONS = 100_000;
  private static final int MOST_DECIMALS = 12;
  private static final int CHUNK = 1 << 14;

  private final List<double[]> chunks = new ArrayList<>();
  private int positions;
  private int[] starts = new int[64];
  private int arcs;
  private boolean quantized;
  private double scaleX = 1;
  private double scaleY = 1;
  private double shiftX;
  private double shiftY;
  private double roundX;
  private double roundY;
  private long given;
  private final Map<String, Long> layers = new LinkedHashMap<>();

  /** Objects by name, and how many shapes each has. */
  Map<String, Long> layers() {
    return layers;
  }

  /** Reads the whole document once. */
  void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new RefusedException("topojson-without-objects");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("arcs") && value == JsonToken.START_ARRAY) {
        arcs(parser);
      } else if (name.equals("transform") && value == JsonToken.START_OBJECT) {
        transform(parser);
      } else if (name.equals("objects") && value == JsonToken.START_OBJECT) {
        objects(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (quantized) {
      // the transform may come after the lines, so that steps are summed only now
      for (int arc = 0; arc < arcs; arc++) {
        sum(starts[arc], starts[arc + 1]);
      }
    }
  }

  private void sum(int from, int to) {
    double x = 0;
    double y = 0;
    for (int position = from; position < to; position++) {
      double[] at = chunks.get(position / CHUNK);
      int place = 2 * (position % CHUNK);
      x += at[place];
      y += at[place + 1];
      at[place] = toX(x);
      at[place + 1] = toY(y);
    }
  }

  /** The place of a figure of the grid. */
  double toX(double x) {
    return quantized ? Math.rint((x * scaleX + shiftX) * roundX) / roundX : x;
  }

  double toY(double y) {
    return quantized ? Math.rint((y * scaleY + shiftY) * roundY) / roundY : y;
  }

  private void objects(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String layer = parser.currentName();
      if (layers.size() >= Limits.SHEETS) {
        throw new RefusedException("too-many-sheets", "sheets", Limits.SHEETS);
      }
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      long shapes = 1;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean list = parser.currentName().equals("geometries");
        if (parser.nextToken() == JsonToken.START_ARRAY && list) {
          shapes = 0;
          for (JsonToken token = parser.nextToken();
              token != JsonToken.END_ARRAY && token != null;
              token = parser.nextToken()) {
            shapes++;
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
      layers.put(layer, shapes);
    }
  }

  private void transform(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      double[] pair = new double[2];
      int rank = 0;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        if (token.isNumeric() && rank < 2) {
          pair[rank++] = parser.getDoubleValue();
        } else {
          parser.skipChildren();
        }
      }
      if (name.equals("scale")) {
        quantized = true;
        scaleX = pair[0];
        scaleY = pair[1];
        roundX = rounding(scaleX);
        roundY = rounding(scaleY);
      } else if (name.equals("translate")) {
        shiftX = pair[0];
        shiftY = pair[1];
      }
    }
  }

  /** The power of ten of the decimals that a step of the grid is worth, one more to be sure. */
  private static double rounding(double scale) {
    double decimals = scale == 0 ? MOST_DECIMALS : Math.ceil(-Math.log10(Math.abs(scale))) + 1;
    return Math.pow(10, Math.max(0, Math.min(MOST_DECIMALS, decimals)));
  }

  private void arcs(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (arcs + 2 > starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[arcs] = positions;
      if (token == JsonToken.START_ARRAY) {
        arc(parser);
      } else {
        parser.skipChildren();
      }
      arcs++;
      starts[arcs] = positions;
    }
  }

  private void arc(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      double[] pair = {Double.NaN, Double.NaN};
      int rank = 0;
      for (JsonToken figure = parser.nextToken();
          figure != JsonToken.END_ARRAY && figure != null;
          figure = parser.nextToken()) {
        if (figure.isNumeric() && rank < 2) {
          pair[rank] = parser.getDoubleValue();
        } else {
          parser.skipChildren();
        }
        rank++;
      }
      keep(pair[0], pair[1]);
    }
  }

  private void keep(double x, double y) throws RefusedException {
    if (positions >= MOST_POSITIONS) {
      throw new RefusedException("too-large");
    }
    int chunk = positions / CHUNK;
    if (chunk == chunks.size()) {
      chunks.add(new double[2 * CHUNK]);
    }
    double[] at = chunks.get(chunk);
    int place = 2 * (positions % CHUNK);
    at[place] = x;
    at[place + 1] = y;
    positions++;
  }

  /** Takes the positions of a line one by one. */
  interface Sink {
    void position(double x, double y) throws IOException;
  }

  /**
   * Gives the positions of a line, backwards when its number is negative.
   *
   * @param more true to leave out the first, which is the last one of the line before
   * @return false when there is no such line
   */
  boolean give(int number, boolean more, Sink sink) throws IOException {
    int arc = number < 0 ? ~number : number;
    if (arc >= arcs) {
      return false;
    }
    int from = starts[arc];
    int to = starts[arc + 1];
    given += to - from;
    if (given > MOST_USES * positions + FREE_POSITIONS) {
      throw new RefusedException("too-large");
    }
    for (int i = more ? 1 : 0; i < to - from; i++) {
      int position = number < 0 ? to - 1 - i : from + i;
      double[] at = chunks.get(position / CHUNK);
      int place = 2 * (position % CHUNK);
      sink.position(at[place], at[place + 1]);
    }
    return true;
  }
}
