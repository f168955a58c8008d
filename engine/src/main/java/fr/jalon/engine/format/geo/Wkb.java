package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Geometries as GeoPackage keeps them: its own header (OGC 12-128, 2.1.3), then well-known binary
 * in its ISO and its older form. Counts are believed only as far as the bytes go.
 */
final class Wkb {
  private static final int MAX_DEPTH = 8;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int MULTI_POINT = 4;
  private static final int MULTI_LINE = 5;
  private static final int MULTI_POLYGON = 6;
  private static final int COLLECTION = 7;
  private static final String[] NAMES = {
    "",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection"
  };

  private final ByteBuffer bytes;
  private final Features features;
  private final StringBuilder text = new StringBuilder();
  private int dimensions;
  private boolean hasZ;
  private double z = Double.NaN;

  private Wkb(ByteBuffer bytes, Features features) {
    this.bytes = bytes;
    this.features = features;
  }

  /** Gives the geometry to the current record. */
  static void give(byte[] blob, Features features) {
    try {
      if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
        features.invalidGeometry();
        return;
      }
      int flags = blob[3] & 0xff;
      int envelope = flags >> 1 & 7;
      if (envelope > 4) {
        features.invalidGeometry();
        return;
      }
      if ((flags & 0x10) != 0) {
        features.noGeometry();
        return;
      }
      ByteBuffer bytes = ByteBuffer.wrap(blob);
      bytes.position(8 + ENVELOPE_BYTES[envelope]);
      new Wkb(bytes, features).read();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      features.invalidGeometry();
    }
  }

  /** Gives a geometry of bare well-known binary to the current record. */
  static void giveBare(byte[] wkb, int offset, int length, Features features) {
    try {
      new Wkb(ByteBuffer.wrap(wkb, offset, length), features).read();
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      features.invalidGeometry();
    }
  }

  private void read() {
    int type = header();
    if (type == POINT) {
      double x = bytes.getDouble();
      double y = bytes.getDouble();
      rest();
      new ShapeText(features).point(x, y, hasZ ? z : Double.NaN);
      return;
    }
    geometry(type, 0);
    features.geometry(text.toString());
  }

  /** Byte order and type; gives the type without its dimensions. */
  private int header() {
    bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = bytes.getInt();
    int type = code & 0xffff;
    int iso = type / 1000;
    hasZ = (code & 0x80000000) != 0 || iso == 1 || iso == 3;
    boolean hasM = (code & 0x40000000) != 0 || iso == 2 || iso == 3;
    if ((code & 0x20000000) != 0) {
      bytes.getInt();
    }
    dimensions = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    type %= 1000;
    if (type < POINT || type > COLLECTION) {
      throw new IllegalArgumentException("geometry of type " + code);
    }
    return type;
  }

  private void geometry(int type, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("geometry " + depth + " deep");
    }
    text.append("{\"type\":\"").append(NAMES[type]).append('"');
    if (type == COLLECTION) {
      text.append(",\"geometries\":[");
      int count = count(5);
      for (int i = 0; i < count; i++) {
        text.append(i > 0 ? "," : "");
        geometry(header(), depth + 1);
      }
      text.append("]}");
      return;
    }
    text.append(",\"coordinates\":");
    coordinates(type);
    text.append('}');
  }

  private void coordinates(int type) {
    switch (type) {
      case POINT -> position();
      case LINE -> positions();
      case POLYGON -> {
        int rings = count(4);
        text.append('[');
        for (int i = 0; i < rings; i++) {
          text.append(i > 0 ? "," : "");
          positions();
        }
        text.append(']');
      }
      case MULTI_POINT, MULTI_LINE, MULTI_POLYGON -> {
        int parts = count(5);
        text.append('[');
        for (int i = 0; i < parts; i++) {
          text.append(i > 0 ? "," : "");
          coordinates(header());
        }
        text.append(']');
      }
      default -> throw new IllegalArgumentException("geometry of type " + type);
    }
  }

  private void positions() {
    int count = count(8 * dimensions);
    text.append('[');
    for (int i = 0; i < count; i++) {
      text.append(i > 0 ? "," : "");
      position();
    }
    text.append(']');
  }

  private void position() {
    double x = bytes.getDouble();
    double y = bytes.getDouble();
    rest();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("position without figures");
    }
    features.extend(x, y);
    text.append('[').append(PlainNumber.text(x)).append(',');
    text.append(PlainNumber.text(y)).append(']');
  }

  private void rest() {
    for (int i = 2; i < dimensions; i++) {
      double value = bytes.getDouble();
      z = i == 2 ? value : z;
    }
  }

  private int count(int bytesEach) {
    int count = bytes.getInt();
    if (count < 0 || (long) count * bytesEach > bytes.remaining()) {
      throw new IllegalArgumentException(count + " parts");
    }
    return count;
  }
}
