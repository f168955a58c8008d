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
 * @param now what is found
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

  /** Letters of a line of a label. */
  private static final int LETTERS = 16;

  /**
   * @param anchor of its label: start, middle or end
   */
  public record Spoke(String x, String y, List<Line> label, String anchor) {}

  /** A line of a label. */
  public record Line(String x, String y, String text) {}

  /** A level reached. */
  public record Dot(String x, String y) {}

  static Radar of(Profile profile, @Nullable Profile before) {
    List<Level> levels = profile.levels();
    int count = Math.max(levels.size(), 1);
    List<String> rings = new ArrayList<>();
    for (int ring = 1; ring <= (int) Level.HIGHEST; ring++) {
      List<Double> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add((double) ring);
      }
      rings.add(polygon(all));
    }
    List<Spoke> spokes = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    List<Double> now = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      spokes.add(spoke(levels.get(i).title(), i, count));
      Double value = levels.get(i).value();
      now.add(value == null ? 0 : value);
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
  private static List<Double> same(List<Level> levels, Profile before) {
    Map<String, Level> byDimension =
        before.levels().stream().collect(Collectors.toMap(Level::dimension, one -> one));
    return levels.stream()
        .map(level -> byDimension.get(level.dimension()))
        .map(level -> level == null || level.value() == null ? 0.0 : level.value())
        .toList();
  }

  private static Spoke spoke(String title, int i, int count) {
    List<String> words = wrapped(title);
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
    return new Spoke(x(RADIUS, i, count), y(RADIUS, i, count), label, anchor);
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

  private static String polygon(List<Double> values) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double length = values.get(i) * RADIUS / Level.HIGHEST;
      points
          .append(i == 0 ? "" : " ")
          .append(x(length, i, values.size()))
          .append(',')
          .append(y(length, i, values.size()));
    }
    return points.toString();
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
