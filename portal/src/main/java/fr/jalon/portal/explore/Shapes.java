package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines, areas and points of a version, from the GeoJSON we wrote: read once, then kept as whole
 * numbers, so that each look at the map costs what it shows.
 *
 * <p>A shape is a row with its rings, a ring a run of positions. Holes are rings like the others:
 * what is inside is told by counting them. Immutable once read.
 */
final class Shapes {
  /** Parts of a degree: a tenth of a metre. */
  static final double UNIT = 1e6;

  /**
   * Positions kept of a version, eight bytes each: a commune's roads and parcels are a tenth of it.
   */
  static final int MOST_POSITIONS = 4_000_000;

  /** What a ring is. */
  enum Kind {
    POINT,
    LINE,
    AREA
  }

  private long[] rows = new long[64];
  private int[] firstRing = new int[65];
  private int[] box = new int[4 * 64];
  private byte[] kinds = new byte[64];
  private int[] firstPosition = new int[65];
  private int[] positions = new int[512];
  private int shapes;
  private int rings;
  private int length;
  private boolean whole = true;

  private Shapes() {}

  /** Reads a GeoJSON file of ours: one feature a row, in the order of the rows. */
  static Shapes read(Path geoJson) throws IOException {
    Shapes read = new Shapes();
    try (JsonParser parser = JsonMapper.shared().createParser(geoJson)) {
      toFeatures(parser);
      long row = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        row++;
        read.feature(parser, row);
        if (read.length > 2 * MOST_POSITIONS) {
          read.whole = parser.nextToken() != JsonToken.START_OBJECT;
          break;
        }
      }
    }
    read.trim();
    return read;
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

  private void feature(JsonParser parser, long row) {
    int before = rings;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean geometry = "geometry".equals(parser.currentName());
      JsonToken value = parser.nextToken();
      if (geometry && value == JsonToken.START_OBJECT) {
        geometry(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (rings > before) {
      add(row, before);
    }
  }

  /** Its type may come after its coordinates. */
  private void geometry(JsonParser parser) {
    int before = rings;
    Kind kind = Kind.POINT;
    boolean several = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        kind = kind(parser.getString());
      } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
        if (isPosition(parser)) {
          endRing();
        }
      } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
        several = true;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          geometry(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!several) {
      Arrays.fill(kinds, before, rings, (byte) kind.ordinal());
    }
  }

  private static Kind kind(String type) {
    if (type.endsWith("Polygon")) {
      return Kind.AREA;
    }
    return type.endsWith("LineString") ? Kind.LINE : Kind.POINT;
  }

  /**
   * Reads an array of coordinates up to its end: a position is kept, arrays of positions are rings.
   *
   * @return true for a position
   */
  private boolean isPosition(JsonParser parser) {
    JsonToken next = parser.nextToken();
    if (next != null && next.isNumeric()) {
      double longitude = parser.getDoubleValue();
      double latitude = parser.nextToken().isNumeric() ? parser.getDoubleValue() : 0;
      while (parser.currentToken() != JsonToken.END_ARRAY && parser.nextToken() != null) {
        // a height is not drawn
      }
      put(longitude, latitude);
      return true;
    }
    boolean ring = false;
    while (next == JsonToken.START_ARRAY) {
      ring |= isPosition(parser);
      next = parser.nextToken();
    }
    if (ring) {
      endRing();
    }
    return false;
  }

  private void put(double longitude, double latitude) {
    if (length + 2 > positions.length) {
      positions = Arrays.copyOf(positions, positions.length * 2);
    }
    positions[length++] = (int) Math.round(Math.max(-180, Math.min(180, longitude)) * UNIT);
    positions[length++] = (int) Math.round(Math.max(-90, Math.min(90, latitude)) * UNIT);
  }

  private void endRing() {
    if (rings == kinds.length) {
      kinds = Arrays.copyOf(kinds, kinds.length * 2);
      firstPosition = Arrays.copyOf(firstPosition, kinds.length + 1);
    }
    rings++;
    firstPosition[rings] = length;
  }

  private void add(long row, int ring) {
    if (shapes == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
      box = Arrays.copyOf(box, box.length * 2);
      firstRing = Arrays.copyOf(firstRing, rows.length + 1);
    }
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int i = firstPosition[ring]; i < length; i += 2) {
      west = Math.min(west, positions[i]);
      east = Math.max(east, positions[i]);
      south = Math.min(south, positions[i + 1]);
      north = Math.max(north, positions[i + 1]);
    }
    box[4 * shapes] = west;
    box[4 * shapes + 1] = south;
    box[4 * shapes + 2] = east;
    box[4 * shapes + 3] = north;
    rows[shapes] = row;
    shapes++;
    firstRing[shapes] = rings;
  }

  private void trim() {
    positions = Arrays.copyOf(positions, length);
  }

  int count() {
    return shapes;
  }

  /** False when the file holds more than is kept. */
  boolean isWhole() {
    return whole;
  }

  /** Positions kept: what it weighs. */
  int positionCount() {
    return length / 2;
  }

  /** 1-based. */
  long row(int shape) {
    return rows[shape];
  }

  int firstRing(int shape) {
    return firstRing[shape];
  }

  /** The first ring of the next shape. */
  int endRing(int shape) {
    return firstRing[shape + 1];
  }

  Kind kind(int ring) {
    return Kind.values()[kinds[ring]];
  }

  /** Where its positions begin: a longitude, then a latitude, in {@link #UNIT}s. */
  int firstPosition(int ring) {
    return firstPosition[ring];
  }

  int endPosition(int ring) {
    return firstPosition[ring + 1];
  }

  int position(int index) {
    return positions[index];
  }

  int west(int shape) {
    return box[4 * shape];
  }

  int south(int shape) {
    return box[4 * shape + 1];
  }

  int east(int shape) {
    return box[4 * shape + 2];
  }

  int north(int shape) {
    return box[4 * shape + 3];
  }

  /** The shape of a row, negative when it has none: rows are in order. */
  int find(long row) {
    return Arrays.binarySearch(rows, 0, shapes, row);
  }

  /** The rectangle they lie in, nothing when there is none. */
  Optional<Bounds> bounds() {
    if (shapes == 0) {
      return Optional.empty();
    }
    int west = west(0);
    int south = south(0);
    int east = east(0);
    int north = north(0);
    for (int shape = 1; shape < shapes; shape++) {
      west = Math.min(west, west(shape));
      south = Math.min(south, south(shape));
      east = Math.max(east, east(shape));
      north = Math.max(north, north(shape));
    }
    return Optional.of(new Bounds(west / UNIT, south / UNIT, east / UNIT, north / UNIT));
  }
}
