package fr.jalon.engine.export;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The kinds of shapes that a shapefile holds, one kind a file. */
enum ShapeKind {
  POINTS(1, "points"),
  MULTIPOINTS(8, "multipoints"),
  LINES(3, "lignes"),
  POLYGONS(5, "surfaces");

  private final int code;
  private final String word;

  ShapeKind(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** Its number in the format. */
  int code() {
    return code;
  }

  /** How its file is told from those of the other kinds. */
  String word() {
    return word;
  }

  /** Null when no shapefile holds it: a collection of several kinds. */
  static @Nullable ShapeKind of(Geometry geometry) {
    if (geometry instanceof Point) {
      return POINTS;
    }
    if (geometry instanceof MultiPoint) {
      return MULTIPOINTS;
    }
    if (geometry instanceof LineString || geometry instanceof MultiLineString) {
      return LINES;
    }
    return geometry instanceof Polygon || geometry instanceof MultiPolygon ? POLYGONS : null;
  }
}
