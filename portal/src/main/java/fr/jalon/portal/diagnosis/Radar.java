package fr.jalon.portal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A profile drawn around a point, one spoke a dimension; a table beside says the same. Lengths are
 * those of its own drawing, not of a screen.
 *
 * @param rings a polygon for each level, the smallest first
 * @param now what is found, through the dimensions that have a level; "" below three of them
 * @param before what was found earlier, "" for nothing
 */
public record Radar(
    int width,
    int height,
    List<String> rings,
    List<Spoke> spokes,
    String now,
    List<Dot> dots,
    String before) {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 400;
  private static final int RADIUS = 130;
  private static final int LABEL = 16;
  private static final int LINE = 13;
  private static final int NUMBER = 24;

  /** Points from which there is a surface. */
  private static final int FEWEST = 3;

  /** Letters of a line of a label. */
  private static final int LETTERS = 16;

  /**
   * @param anchor of its label: start, middle or end
   * @param number in the place of its label where there is no room for one
   * @param answered false when nothing tells a level: nothing is drawn there, for 0 is a level
   */
  public record Spoke(
      String x, String y, List<Line> label, String anchor, Line number, boolean answered) {}

  /** A line of a label. */
  public record Line(String x, String y, String text) {}

  /** A level reached. */
  public record Dot(String x, String y) {}

  static Radar of(Profile profile, @Nullable Profile before) {
    List<Level> levels = profile.levels();
    int count = Math.max(levels.size(), 1);
    List<String> rings = new ArrayList<>();
    for (int ring = 1; ring <= (int) Level.HIGHEST; ring++) {
      List<@Nullable Double> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add((double) ring);
      }
      rings.add(polygon(all));
    }
    List<Spoke> spokes = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    List<@Nullable Double> now = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      spokes.add(spoke(levels.get(i), i, count));
      Double value = levels.get(i).value();
      now.add(value);
      if (value != null) {
        dots.add(
            new Dot(
                x(value * RADIUS / Level.HIGHEST, i, count),
                y(value * RADIUS / Level.HIGHEST, i, count)));
      }
    }
    return new Radar(
        WIDTH,
        HEIGHT,
        rings,
        spokes,
        polygon(now),
        dots,
        before == null ? "" : polygon(same(levels, before)));
  }

  /** Levels of another day, by the dimensions of this one: versions may differ. */
  private static List<@Nullable Double> same(List<Level> levels, Profile before) {
    Map<String, Level> byDimension =
        before.levels().stream().collect(Collectors.toMap(Level::dimension, one -> one));
    List<@Nullable Double> values = new ArrayList<>();
    for (Level level : levels) {
      Level former = byDimension.get(level.dimension());
      values.add(former == null ? null : former.value());
    }
    return values;
  }

  private static Spoke spoke(Level level, int i, int count) {
    List<String> words = wrapped(level.title());
    double angle = angle(i, count);
    String anchor =
        Math.abs(Math.cos(angle)) < 0.2 ? "middle" : Math.cos(angle) > 0 ? "start" : "end";
    double x = WIDTH / 2.0 + (RADIUS + LABEL) * Math.cos(angle);
    double y = HEIGHT / 2.0 + (RADIUS + LABEL) * Math.sin(angle);
    // above its point at the top, under it at the bottom
    double first = y - (words.size() - 1) * LINE * (1 - Math.sin(angle)) / 2.0 + 4;
    List<Line> label = new ArrayList<>();
    for (int line = 0; line < words.size(); line++) {
      label.add(new Line(written(x), written(first + line * LINE), words.get(line)));
    }
    return new Spoke(
        x(RADIUS, i, count),
        y(RADIUS, i, count),
        label,
        anchor,
        new Line(x(RADIUS + NUMBER, i, count), written(y + 8), String.valueOf(i + 1)),
        level.value() != null);
  }

  private static List<String> wrapped(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split(" ")) {
      if (line.length() > 0 && line.length() + word.length() >= LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String polygon(List<@Nullable Double> values) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value != null) {
        double length = value * RADIUS / Level.HIGHEST;
        points.add(x(length, i, values.size()) + "," + y(length, i, values.size()));
      }
    }
    return points.size() < FEWEST ? "" : String.join(" ", points);
  }

  private static double angle(int i, int count) {
    return 2 * Math.PI * i / count - Math.PI / 2;
  }

  private static String x(double length, int i, int count) {
    return written(WIDTH / 2.0 + length * Math.cos(angle(i, count)));
  }

  private static String y(double length, int i, int count) {
    return written(HEIGHT / 2.0 + length * Math.sin(angle(i, count)));
  }

  private static String written(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
