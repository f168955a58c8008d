package fr.jalon.engine.rule;

import fr.jalon.engine.table.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the positions of a shape written in a cell, as a GeoJSON geometry or as WKT, in runs: the
 * positions of a line, of a ring, or single ones. Used again for each value; not thread-safe.
 */
final class ShapeReader {
  private static final int MAX_DEPTH = 12;
  private static final int WRONG = -1;
  private static final int LIST = 0;
  private static final int POSITION = 1;
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  /** What a run of positions is. */
  enum Run {
    POINTS,
    LINE,
    OUTER,
    HOLE
  }

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean json;

  private static final int FIGURES = 3;

  private double[] xyz = new double[96];
  private int positions;
  private int[] ends = new int[8];
  private int[] ranks = new int[8];
  private Run[] kinds = new Run[8];
  private int runs;
  private double number;

  /** Reads a value; false when it is no shape that can be read. */
  boolean read(Text value) {
    bytes = value.array();
    at = value.offset();
    end = value.offset() + value.length();
    positions = 0;
    runs = 0;
    space();
    json = at < end && bytes[at] == '{';
    return json ? object(0) : wkt();
  }

  /** True when the value is GeoJSON, whose rings have a way to turn. */
  boolean isJson() {
    return json;
  }

  int runs() {
    return runs;
  }

  int positions() {
    return positions;
  }

  Run kind(int run) {
    return kinds[run];
  }

  boolean isRing(int run) {
    return kinds[run] == Run.OUTER || kinds[run] == Run.HOLE;
  }

  /** First position of a run. */
  int from(int run) {
    return run == 0 ? 0 : ends[run - 1];
  }

  /** After the last position of a run. */
  int to(int run) {
    return ends[run];
  }

  double x(int position) {
    return xyz[FIGURES * position];
  }

  double y(int position) {
    return xyz[FIGURES * position + 1];
  }

  boolean same(int one, int other) {
    return x(one) == x(other) && y(one) == y(other);
  }

  /** True when nothing of two positions differs: points above one another are two points. */
  boolean identical(int one, int other) {
    return same(one, other) && xyz[FIGURES * one + 2] == xyz[FIGURES * other + 2];
  }

  /** Twice the area inside a run, positive when it turns counterclockwise. */
  double area(int run) {
    int from = from(run);
    double twice = 0;
    for (int i = from; i + 1 < to(run); i++) {
      twice += (x(i) - x(from)) * (y(i + 1) - y(from)) - (x(i + 1) - x(from)) * (y(i) - y(from));
    }
    return twice;
  }

  private void run(int rank) {
    if (runs == ends.length) {
      ends = Arrays.copyOf(ends, 2 * runs);
      ranks = Arrays.copyOf(ranks, 2 * runs);
      kinds = Arrays.copyOf(kinds, 2 * runs);
    }
    ranks[runs] = rank;
    ends[runs++] = positions;
  }

  private void position(double x, double y, double z) {
    int place = FIGURES * positions;
    if (place + FIGURES > xyz.length) {
      xyz = Arrays.copyOf(xyz, 2 * xyz.length);
    }
    xyz[place] = x;
    xyz[place + 1] = y;
    xyz[place + 2] = z;
    positions++;
  }

  /** Says what the runs from a place on are; false when the type is none that is known. */
  private boolean name(int from, String type) {
    boolean points = type.endsWith("point");
    boolean lines = type.endsWith("linestring");
    for (int run = from; run < runs; run++) {
      Run ring = ranks[run] == 0 ? Run.OUTER : Run.HOLE;
      kinds[run] = points ? Run.POINTS : lines ? Run.LINE : ring;
    }
    return points || lines || type.endsWith("polygon");
  }

  private boolean object(int depth) {
    if (depth > MAX_DEPTH || !take('{')) {
      return false;
    }
    String type = "";
    boolean collection = false;
    int first = runs;
    while (true) {
      space();
      if (take('}')) {
        return collection || name(first, type);
      }
      take(',');
      space();
      String member = string();
      space();
      if (member == null || !take(':')) {
        return false;
      }
      space();
      boolean right =
          switch (member) {
            case "coordinates" -> coordinates();
            case "geometries" -> geometries(depth);
            case "type" -> {
              String read = string();
              type = read == null ? "" : read.toLowerCase(Locale.ROOT);
              yield read != null;
            }
            default -> skip();
          };
      collection |= member.equals("geometries");
      if (!right) {
        return false;
      }
    }
  }

  private boolean geometries(int depth) {
    if (!take('[')) {
      return false;
    }
    while (true) {
      space();
      if (take(']')) {
        return true;
      }
      take(',');
      space();
      if (!object(depth + 1)) {
        return false;
      }
    }
  }

  private boolean coordinates() {
    int found = list(0, 0);
    if (found == POSITION) {
      run(0);
    }
    return found != WRONG;
  }

  /** A position, or a list of positions or of lists. */
  private int list(int depth, int rank) {
    if (depth > MAX_DEPTH || !take('[')) {
      return WRONG;
    }
    space();
    if (at < end && bytes[at] != '[' && bytes[at] != ']') {
      return figures() && take(']') ? POSITION : WRONG;
    }
    boolean any = false;
    for (int child = 0; ; child++) {
      space();
      if (take(']')) {
        break;
      }
      take(',');
      space();
      int found = list(depth + 1, child);
      if (found == WRONG) {
        return WRONG;
      }
      any |= found == POSITION;
    }
    if (any) {
      run(rank);
    }
    return LIST;
  }

  /** The figures of a position, of which three count. */
  private boolean figures() {
    double x = 0;
    double y = 0;
    double z = 0;
    int count = 0;
    while (number()) {
      x = count == 0 ? number : x;
      y = count == 1 ? number : y;
      z = count == 2 ? number : z;
      count++;
      space();
      if (json && take(',')) {
        space();
      }
    }
    if (count < 2) {
      return false;
    }
    // of a fourth figure, a time or a measure, nothing is known: such positions are never the same
    position(x, y, count > FIGURES ? Double.NaN : z);
    return true;
  }

  private boolean skip() {
    int depth = 0;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        if (string() == null) {
          return false;
        }
        continue;
      }
      if (b == '[' || b == '{') {
        depth++;
      } else if (b == ']' || b == '}') {
        if (depth == 0) {
          return true;
        }
        depth--;
      } else if (b == ',' && depth == 0) {
        return true;
      }
      at++;
    }
    return false;
  }

  private @Nullable String string() {
    if (!take('"')) {
      return null;
    }
    int from = at;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    if (at >= end) {
      return null;
    }
    return new String(bytes, from, at++ - from, StandardCharsets.UTF_8);
  }

  /** {@code SRID=4326;MULTIPOLYGON Z (((x y z, …), (…)), …)}. */
  private boolean wkt() {
    int semicolon = at;
    while (semicolon < end && semicolon - at < 12 && bytes[semicolon] != ';') {
      semicolon++;
    }
    if (at < end && (bytes[at] == 'S' || bytes[at] == 's') && bytes[semicolon - 1] >= '0') {
      at = semicolon < end && bytes[semicolon] == ';' ? semicolon + 1 : at;
    }
    return tagged(0);
  }

  private boolean tagged(int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    int from = at;
    while (at < end && bytes[at] != '(') {
      at++;
    }
    String words = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
    String type = words.strip().replaceFirst("\\s.*", "").toLowerCase(Locale.ROOT);
    if (at == end) {
      return words.toUpperCase(Locale.ROOT).contains("EMPTY");
    }
    if (type.startsWith("geometrycollection")) {
      take('(');
      do {
        space();
        if (!tagged(depth + 1)) {
          return false;
        }
        space();
      } while (take(','));
      return take(')');
    }
    type = type.replaceFirst("(?:zm?|m)$", "");
    int first = runs;
    return parentheses(0, 0) && name(first, type);
  }

  private boolean parentheses(int depth, int rank) {
    if (depth > MAX_DEPTH || !take('(')) {
      return false;
    }
    space();
    boolean figures = at < end && bytes[at] != '(';
    for (int child = 0; ; child++) {
      space();
      boolean right = figures ? figures() : parentheses(depth + 1, child);
      space();
      if (!right) {
        return false;
      }
      if (!take(',')) {
        break;
      }
    }
    if (figures) {
      run(rank);
    }
    return take(')');
  }

  private boolean take(char c) {
    if (at < end && bytes[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
  }

  /** Reads a number into {@link #number}; false when there is none. */
  private boolean number() {
    int from = at;
    boolean negative = take('-');
    long mantissa = 0;
    int digits = 0;
    int decimals = 0;
    boolean point = false;
    boolean plain = true;
    for (; at < end; at++) {
      byte b = bytes[at];
      if (b >= '0' && b <= '9') {
        if (digits < 18) {
          mantissa = mantissa * 10 + b - '0';
          digits += mantissa == 0 ? 0 : 1;
          decimals += point ? 1 : 0;
        } else {
          plain &= point;
        }
      } else if (b == '.' && !point) {
        point = true;
      } else if (b == 'e' || b == 'E' || ((b == '+' || b == '-') && !plain)) {
        plain = false;
      } else {
        break;
      }
    }
    if (at == from || decimals >= POWERS.length) {
      return false;
    }
    double size = mantissa / POWERS[decimals];
    if (!plain) {
      try {
        String text = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
        number = Double.parseDouble(text);
        return true;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    number = negative ? -size : size;
    return true;
  }
}
