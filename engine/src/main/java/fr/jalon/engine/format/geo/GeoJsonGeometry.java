package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one geometry of GeoJSON, whose members come in any order, keeping figures as written. */
final class GeoJsonGeometry {
  /** Digits of which any number is exact in a double. */
  private static final int MOST_EXACT = 15;

  private static final double[] POWERS = new double[MOST_EXACT + 2];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final JsonParser parser;
  private final Features features;

  private @Nullable String type;
  private StringBuilder text = new StringBuilder();
  private boolean invalid;
  private long positions;
  private int depthOfPositions;

  /** Where the figures of the position read last are in the text. */
  private final int[] figures = new int[3];

  private final int[] figureEnds = new int[3];
  private boolean height;

  GeoJsonGeometry(JsonParser parser, Features features) {
    this.parser = parser;
    this.features = features;
  }

  /** Forgets what came before. */
  void start() {
    type = null;
    text.setLength(0);
    invalid = false;
    positions = 0;
    depthOfPositions = 0;
    height = false;
  }

  /** Reads the whole geometry, whose first token is current, and gives it to the feature. */
  void read(JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      features.noGeometry();
      return;
    }
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      features.invalidGeometry();
      return;
    }
    start();
    members();
    give();
  }

  /** Gives the geometry whose members were met one by one. */
  void finishBare() throws IOException {
    if (text.length() == 0 && !invalid) {
      features.noGeometry();
    } else {
      give();
    }
  }

  void type(JsonToken value) {
    if (value == JsonToken.VALUE_STRING) {
      type = parser.getString();
    } else {
      parser.skipChildren();
    }
  }

  void coordinates(JsonToken value) throws IOException {
    text.append("\"coordinates\":");
    if (value == JsonToken.START_ARRAY) {
      array(1);
    } else {
      parser.skipChildren();
      invalid = true;
    }
  }

  void geometries(JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      invalid = true;
      return;
    }
    StringBuilder all = new StringBuilder("\"geometries\":[");
    boolean first = true;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        invalid = true;
        continue;
      }
      String outer = type;
      StringBuilder kept = text;
      text = new StringBuilder();
      members();
      all.append(first ? "" : ",").append(whole());
      text = kept;
      type = outer;
      first = false;
    }
    text.append(all).append(']');
    depthOfPositions = 2;
  }

  private void members() throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> type(value);
        case "coordinates" -> coordinates(value);
        case "geometries" -> geometries(value);
        default -> parser.skipChildren();
      }
    }
  }

  private void give() {
    String kind = type;
    if (invalid || kind == null) {
      features.invalidGeometry();
    } else if (positions == 0) {
      features.noGeometry();
    } else if (kind.equals("Point") && depthOfPositions == 1) {
      features.point(figure(0), figure(1), height ? figure(2) : null);
    } else {
      features.geometry(whole());
    }
  }

  private String figure(int rank) {
    return text.substring(figures[rank], figureEnds[rank]);
  }

  private String whole() {
    StringBuilder all = new StringBuilder(text.length() + 32).append("{\"type\":");
    JsonValues.quote(type == null ? "" : type, all);
    return all.append(',').append(text).append('}').toString();
  }

  private void array(int depth) throws IOException {
    if (text.length() > Limits.VALUE_BYTES) {
      throw new RefusedException("json-too-long");
    }
    text.append('[');
    JsonToken token = parser.nextToken();
    boolean position = token != null && token.isScalarValue();
    int count = 0;
    double first = 0;
    for (; token != JsonToken.END_ARRAY && token != null; token = parser.nextToken()) {
      if (count > 0) {
        text.append(',');
      }
      if (token == JsonToken.START_ARRAY) {
        array(depth + 1);
        invalid |= position;
      } else {
        double value = number(token, count);
        invalid |= !position;
        if (count == 1) {
          features.extend(first, value);
        }
        first = value;
      }
      count++;
    }
    text.append(']');
    if (position) {
      invalid |= count < 2;
      positions++;
      depthOfPositions = Math.max(depthOfPositions, depth);
    }
  }

  /** One figure of a position; a figure between quotes is let through. */
  private double number(JsonToken token, int rank) {
    if (!token.isScalarValue()) {
      parser.skipChildren();
      invalid = true;
      return 0;
    }
    char[] written = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int to = from + parser.getStringLength();
    while (from < to && written[from] <= ' ') {
      from++;
    }
    while (to > from && written[to - 1] <= ' ') {
      to--;
    }
    try {
      double value = figure(written, from, to);
      if (!Double.isFinite(value)) {
        invalid = true;
        return 0;
      }
      if (rank < figures.length) {
        figures[rank] = text.length();
        figureEnds[rank] = text.length() + to - from;
        height |= rank == 2;
      }
      text.append(written, from, to - from);
      return value;
    } catch (NumberFormatException e) {
      invalid = true;
      return 0;
    }
  }

  /**
   * The number a figure is. One of fifteen digits or fewer is a whole number over a power of ten,
   * both exact, whose quotient is the nearest double.
   */
  private static double figure(char[] written, int from, int to) {
    int start = from < to && written[from] == '-' ? from + 1 : from;
    long mantissa = 0;
    int decimals = -1;
    int length = to - start;
    if (length < 1 || length > MOST_EXACT + 1 || length == 1 && written[start] == '.') {
      return Double.parseDouble(new String(written, from, to - from));
    }
    for (int i = start; i < to; i++) {
      char c = written[i];
      if (c == '.' && decimals < 0) {
        decimals = to - 1 - i;
      } else if (c >= '0' && c <= '9') {
        mantissa = mantissa * 10 + c - '0';
      } else {
        return Double.parseDouble(new String(written, from, to - from));
      }
    }
    double size = decimals <= 0 ? mantissa : mantissa / POWERS[decimals];
    return start > from ? -size : size;
  }
}
