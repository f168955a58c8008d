package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Geometries of FlatGeobuf: all the positions in one list, and where each part of it ends. */
final class FlatGeometry {
  private static final int MAX_DEPTH = 8;

  private static final int ENDS = 0;
  private static final int XY = 1;
  private static final int Z = 2;
  private static final int TYPE = 6;
  private static final int PARTS = 7;

  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int MULTI_POINT = 4;
  private static final int MULTI_LINE = 5;
  private static final int MULTI_POLYGON = 6;
  private static final int COLLECTION = 7;
  private static final int TRIANGLE = 17;

  private final Features features;
  private final StringBuilder text = new StringBuilder();
  private boolean valid;

  FlatGeometry(Features features) {
    this.features = features;
  }

  /**
   * Gives the geometry to the current record.
   *
   * @param typeOfAll type the header gives for every feature, 0 when each has its own
   */
  void give(@Nullable FlatTable geometry, int typeOfAll) throws RefusedException {
    int own = geometry == null ? 0 : geometry.unsignedByte(TYPE);
    int type = own == 0 ? typeOfAll : own;
    if (geometry == null || (geometry.count(XY, 8) == 0 && geometry.count(PARTS, 4) == 0)) {
      features.noGeometry();
      return;
    }
    if (type == POINT) {
      point(geometry);
      return;
    }
    text.setLength(0);
    valid = true;
    write(geometry, type, 0);
    if (valid) {
      features.geometry(text.toString());
    } else {
      features.invalidGeometry();
    }
  }

  private void point(FlatTable geometry) {
    if (geometry.count(XY, 8) < 2) {
      features.invalidGeometry();
      return;
    }
    ByteBuffer bytes = geometry.bytes();
    int xy = geometry.elements(XY);
    double z = geometry.count(Z, 8) > 0 ? bytes.getDouble(geometry.elements(Z)) : Double.NaN;
    new ShapeText(features).point(bytes.getDouble(xy), bytes.getDouble(xy + 8), z);
  }

  private void write(FlatTable geometry, int type, int depth) throws RefusedException {
    if (depth > MAX_DEPTH) {
      valid = false;
      return;
    }
    switch (type) {
      case POINT -> {
        start("Point");
        positions(geometry, 0, Math.min(1, positions(geometry)), false);
      }
      case LINE -> {
        start("LineString");
        positions(geometry, 0, positions(geometry), true);
      }
      case MULTI_POINT -> {
        start("MultiPoint");
        positions(geometry, 0, positions(geometry), true);
      }
      case POLYGON, TRIANGLE -> {
        start("Polygon");
        runs(geometry);
      }
      case MULTI_LINE -> {
        start("MultiLineString");
        runs(geometry);
      }
      case MULTI_POLYGON -> {
        start("MultiPolygon");
        text.append('[');
        int parts = geometry.count(PARTS, 4);
        for (int i = 0; i < parts; i++) {
          text.append(i > 0 ? "," : "");
          runs(geometry.table(PARTS, i));
          bound();
        }
        text.append(']');
      }
      case COLLECTION -> {
        text.append("{\"type\":\"GeometryCollection\",\"geometries\":[");
        int parts = geometry.count(PARTS, 4);
        for (int i = 0; i < parts; i++) {
          text.append(i > 0 ? "," : "");
          FlatTable part = geometry.table(PARTS, i);
          write(part, part.unsignedByte(TYPE), depth + 1);
          bound();
        }
        text.append(']');
      }
      default -> valid = false;
    }
    text.append('}');
  }

  private void start(String type) {
    text.append("{\"type\":\"").append(type).append("\",\"coordinates\":");
  }

  private static int positions(FlatTable geometry) {
    return geometry.count(XY, 8) / 2;
  }

  /** The positions, cut where the list of ends says. */
  private void runs(FlatTable geometry) throws RefusedException {
    text.append('[');
    int ends = geometry.count(ENDS, 4);
    int all = positions(geometry);
    int from = 0;
    for (int i = 0; i < Math.max(1, ends); i++) {
      int to = ends == 0 ? all : geometry.bytes().getInt(geometry.elements(ENDS) + 4 * i);
      if (to < from || to > all) {
        valid = false;
        break;
      }
      text.append(i > 0 ? "," : "");
      positions(geometry, from, to, true);
      from = to;
    }
    text.append(']');
  }

  private void positions(FlatTable geometry, int from, int to, boolean list)
      throws RefusedException {
    valid &= from < to;
    text.append(list ? "[" : "");
    ByteBuffer bytes = geometry.bytes();
    int xy = to == 0 ? 0 : geometry.elements(XY);
    boolean tall = to > 0 && geometry.count(Z, 8) >= to;
    int z = tall ? geometry.elements(Z) : 0;
    for (int i = from; i < to; i++) {
      double x = bytes.getDouble(xy + 16 * i);
      double y = bytes.getDouble(xy + 16 * i + 8);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        valid = false;
        break;
      }
      features.extend(x, y);
      text.append(i > from ? ",[" : "[").append(PlainNumber.text(x));
      text.append(',').append(PlainNumber.text(y));
      double height = tall ? bytes.getDouble(z + 8 * i) : Double.NaN;
      if (Double.isFinite(height)) {
        text.append(',').append(PlainNumber.text(height));
      }
      text.append(']');
      bound();
    }
    text.append(list ? "]" : "");
  }

  /** Lists that point many times at the same positions end here. */
  private void bound() throws RefusedException {
    if (text.length() > 2 * Limits.VALUE_BYTES) {
      throw new RefusedException("too-large");
    }
  }
}
