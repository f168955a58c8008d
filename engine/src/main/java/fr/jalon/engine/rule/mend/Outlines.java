package fr.jalon.engine.rule.mend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outlines are closed, turned the way of the standard (RFC 7946) and rid of points met twice in a
 * row. No place is moved: the figures stay as they are written.
 */
final class Outlines {
  private Outlines() {}

  /** The same shape put right; the text itself when nothing is to be done, or it is no GeoJSON. */
  static String mended(String text, Set<OutlineFault> faults) {
    if (!text.startsWith("{")) {
      return text;
    }
    String mended = new Writing(text, faults).mended();
    return mended.equals(text) || !isOneObject(text) ? text : mended;
  }

  /** A shape with something behind it is no shape, but a sentence about one. */
  private static boolean isOneObject(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return text.substring(i + 1).isBlank();
      }
    }
    return false;
  }

  /** Longitude, latitude, height. */
  private static final int FIGURES = 3;

  /** One GeoJSON text, written again piece by piece. */
  private static final class Writing {
    private static final int MAX_DEPTH = 6;
    private static final String MEMBER = "\"coordinates\"";
    private static final String TYPE = "\"type\"";

    private final String text;
    private final StringBuilder out;
    private int at;
    private boolean rings;
    private boolean lines;
    private final Set<OutlineFault> faults;
    private boolean touched;

    Writing(String text, Set<OutlineFault> faults) {
      this.text = text;
      this.faults = faults;
      this.out = new StringBuilder(text.length() + 32);
    }

    String mended() {
      int copied = 0;
      for (int found = text.indexOf(MEMBER); found >= 0; found = text.indexOf(MEMBER, at)) {
        String type = typeBefore(found);
        rings = type.endsWith("Polygon");
        lines = type.endsWith("LineString");
        at = text.indexOf('[', found);
        if (at < 0 || !(rings || lines)) {
          at = found + MEMBER.length();
          continue;
        }
        out.append(text, copied, at);
        if (!list(0, 0)) {
          return text;
        }
        copied = at;
      }
      // written anew, a shape without any fault might lose its spaces
      return touched ? out.append(text, copied, text.length()).toString() : text;
    }

    private String typeBefore(int place) {
      int member = text.lastIndexOf(TYPE, place);
      int open = member < 0 ? -1 : text.indexOf('"', member + TYPE.length());
      int close = open < 0 ? -1 : text.indexOf('"', open + 1);
      // past the end of an object, it is the type of another shape
      boolean other = text.lastIndexOf('}', place) > member;
      return other || close < 0 || close > place ? "" : text.substring(open + 1, close);
    }

    /** Writes a list of lists, or a run of positions put right. */
    private boolean list(int depth, int rank) {
      at++;
      List<String> positions = new ArrayList<>();
      boolean lists = false;
      int start = out.length();
      out.append('[');
      for (int child = 0; at < text.length(); ) {
        char c = text.charAt(at);
        if (c == ']') {
          at++;
          return finish(lists, positions, rank, start);
        }
        if (c == '[') {
          String position = position();
          if (position != null) {
            positions.add(position);
          } else {
            lists = true;
            out.append(child > 0 ? "," : "");
            if (depth > MAX_DEPTH || !list(depth + 1, child)) {
              return false;
            }
          }
          child++;
        } else if (c == ',' || c <= ' ') {
          at++;
        } else {
          return false;
        }
      }
      return false;
    }

    private boolean finish(boolean lists, List<String> positions, int rank, int start) {
      if (lists && !positions.isEmpty()) {
        return false;
      }
      if (!lists) {
        out.setLength(start);
        out.append('[').append(String.join(",", run(positions, rank)));
      }
      out.append(']');
      return true;
    }

    /** The position that begins here, null when a list does. */
    private @Nullable String position() {
      int close = text.indexOf(']', at);
      int open = text.indexOf('[', at + 1);
      if (close < 0 || open >= 0 && open < close) {
        return null;
      }
      String position = text.substring(at, close + 1);
      if (position.length() < 3) {
        return null;
      }
      at = close + 1;
      return position;
    }

    private List<String> run(List<String> given, int rank) {
      List<String> positions = new ArrayList<>();
      for (String position : given) {
        if (positions.isEmpty()
            || !faults.contains(OutlineFault.REPEATED)
            || !identical(position, positions.get(positions.size() - 1))) {
          positions.add(position);
        }
      }
      boolean changed = positions.size() < given.size();
      if (!rings) {
        return positions.size() < 2 ? given : told(positions, changed);
      }
      boolean open =
          !positions.isEmpty() && !same(positions.get(0), positions.get(positions.size() - 1));
      if (open && faults.contains(OutlineFault.OPEN)) {
        positions.add(positions.get(0));
        changed = true;
      }
      if (positions.size() < 4) {
        return given;
      }
      double area = area(positions);
      if (faults.contains(OutlineFault.TURNED) && (rank == 0 ? area < 0 : area > 0)) {
        Collections.reverse(positions);
        changed = true;
      }
      return told(positions, changed);
    }

    private List<String> told(List<String> positions, boolean changed) {
      touched |= changed;
      return positions;
    }

    private static boolean same(String one, String other) {
      if (one.equals(other)) {
        return true;
      }
      double[] first = figures(one);
      double[] second = figures(other);
      return first[0] == second[0] && first[1] == second[1];
    }

    /** True when nothing differs, height included: points above one another are two points. */
    private static boolean identical(String one, String other) {
      return one.equals(other)
          || !hasMore(one)
              && !hasMore(other)
              && same(one, other)
              && figures(one)[2] == figures(other)[2];
    }

    /** A fourth figure is a time or a measure of the place, of which nothing is known. */
    private static boolean hasMore(String position) {
      return position.chars().filter(c -> c == ',').count() >= FIGURES;
    }

    private static double area(List<String> positions) {
      double[] origin = figures(positions.get(0));
      double twice = 0;
      double[] last = origin;
      for (String position : positions) {
        double[] next = figures(position);
        twice +=
            (last[0] - origin[0]) * (next[1] - origin[1])
                - (next[0] - origin[0]) * (last[1] - origin[1]);
        last = next;
      }
      return twice;
    }

    /** Longitude, latitude and height, 0 when there is none; what is no figure is like no other. */
    private static double[] figures(String position) {
      String[] parts = position.substring(1, position.length() - 1).split(",", 4);
      try {
        return new double[] {
          Double.parseDouble(parts[0].strip()),
          Double.parseDouble(parts[1].strip()),
          parts.length < 3 ? 0 : Double.parseDouble(parts[2].strip())
        };
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        return new double[] {Double.NaN, Double.NaN, Double.NaN};
      }
    }
  }
}
