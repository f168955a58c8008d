package fr.jalon.engine.format.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.ProjCoordinate;

/** Brings coordinates, alone or in GeoJSON text, from one system to WGS 84. */
final class Reprojection {
  /** Seven decimals of a degree are a centimeter. */
  private static final int DECIMALS = 7;

  private static final long SCALE = 10_000_000;

  private final Crs from;

  Reprojection(Crs from) {
    this.from = from;
  }

  /** The place of these coordinates, null when they are no place. */
  @Nullable ProjCoordinate place(String x, String y) {
    try {
      return from.toWgs84(Double.parseDouble(x), Double.parseDouble(y));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The same GeoJSON text with every position moved; heights stay. */
  String text(String geometry) {
    StringBuilder out = new StringBuilder(geometry.length());
    int at = 0;
    while (at < geometry.length()) {
      char c = geometry.charAt(at);
      if (c == '[' && at + 1 < geometry.length() && isNumber(geometry.charAt(at + 1))) {
        int end = geometry.indexOf(']', at);
        end = end < 0 ? geometry.length() : end;
        out.append('[');
        position(geometry.substring(at + 1, end), out);
        at = end;
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private void position(String numbers, StringBuilder out) {
    int first = numbers.indexOf(',');
    int second = first < 0 ? -1 : numbers.indexOf(',', first + 1);
    String y =
        first < 0 ? "" : numbers.substring(first + 1, second < 0 ? numbers.length() : second);
    ProjCoordinate place = first < 0 ? null : place(numbers.substring(0, first), y);
    if (place == null) {
      out.append(numbers);
      return;
    }
    out.append(degrees(place.x)).append(',').append(degrees(place.y));
    if (second >= 0) {
      out.append(numbers, second, numbers.length());
    }
  }

  private static boolean isNumber(char c) {
    return c == '-' || (c >= '0' && c <= '9');
  }

  /** An angle in degrees, to the centimeter on the ground. */
  static String degrees(double value) {
    long scaled = Math.round(value * SCALE);
    String sign = scaled < 0 ? "-" : "";
    long size = Math.abs(scaled);
    long decimals = size % SCALE;
    if (decimals == 0) {
      return sign + size / SCALE;
    }
    String digits = Long.toString(decimals + SCALE).substring(1);
    int end = DECIMALS;
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return sign + size / SCALE + "." + digits.substring(0, end);
  }
}
