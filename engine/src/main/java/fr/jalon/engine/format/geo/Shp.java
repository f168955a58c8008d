package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The shapes of a shapefile, one record at a time (ESRI Shapefile Technical Description, 1998).
 * Counts inside a record are believed only as far as its bytes go.
 */
final class Shp implements Closeable {
  static final int HEADER_SIZE = 100;
  private static final int FILE_CODE = 9994;

  private static final int POINT = 1;
  private static final int LINE = 3;
  private static final int POLYGON = 5;
  private static final int MULTIPOINT = 8;
  private static final int POINT_Z = 11;

  private final InputStream in;
  private ByteBuffer record = ByteBuffer.allocate(0);

  Shp(InputStream in) throws IOException {
    this.in = in;
    byte[] header = in.readNBytes(HEADER_SIZE);
    if (header.length < HEADER_SIZE || ByteBuffer.wrap(header).getInt(0) != FILE_CODE) {
      throw broken();
    }
  }

  /** Goes to the next record; false after the last one. */
  boolean next() throws IOException {
    byte[] header = in.readNBytes(8);
    if (header.length < 8) {
      return false;
    }
    long length = 2L * ByteBuffer.wrap(header).getInt(4);
    if (length < 4 || length > Limits.VALUE_BYTES) {
      throw broken();
    }
    byte[] content = in.readNBytes((int) length);
    if (content.length < length) {
      throw broken();
    }
    record = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    return true;
  }

  /** Gives the shape of the current record. */
  void give(Features features, ShapeText shape) throws IOException {
    int kind = record.getInt(0);
    int flat = kind % 10;
    if (kind == 0) {
      features.noGeometry();
    } else if (flat == POINT && record.limit() >= 20) {
      double z = kind == POINT_Z && record.limit() >= 28 ? record.getDouble(20) : Double.NaN;
      shape.point(record.getDouble(4), record.getDouble(12), z);
    } else if (flat == MULTIPOINT && record.limit() >= 40) {
      multipoint(features, shape);
    } else if ((flat == LINE || flat == POLYGON) && record.limit() >= 44) {
      parts(features, shape, flat == POLYGON);
    } else {
      features.invalidGeometry();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void multipoint(Features features, ShapeText shape) {
    int count = record.getInt(36);
    if (count < 1 || 40 + 16L * count > record.limit()) {
      features.invalidGeometry();
      return;
    }
    shape.start("MultiPoint").open();
    for (int i = 0; i < count; i++) {
      shape.position(record.getDouble(40 + 16 * i), record.getDouble(48 + 16 * i));
    }
    shape.close().give();
  }

  private void parts(Features features, ShapeText shape, boolean polygon) {
    int parts = record.getInt(36);
    int points = record.getInt(40);
    long needed = 44 + 4L * parts + 16L * points;
    if (parts < 1 || points < 1 || parts > points || needed > record.limit()) {
      features.invalidGeometry();
      return;
    }
    List<Ring> rings = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int from = record.getInt(44 + 4 * i);
      int to = i + 1 < parts ? record.getInt(48 + 4 * i) : points;
      if (from < 0 || to > points || from >= to) {
        features.invalidGeometry();
        return;
      }
      rings.add(new Ring(record, 44 + 4 * parts, from, to));
    }
    if (polygon) {
      Ring.givePolygons(rings, shape);
    } else {
      lines(rings, shape);
    }
  }

  private static void lines(List<Ring> lines, ShapeText shape) {
    if (lines.size() == 1) {
      shape.start("LineString");
      lines.get(0).write(shape, false);
      shape.give();
      return;
    }
    shape.start("MultiLineString").open();
    lines.forEach(line -> line.write(shape, false));
    shape.close().give();
  }

  private static RefusedException broken() {
    return new RefusedException("corrupt-shapefile");
  }
}
