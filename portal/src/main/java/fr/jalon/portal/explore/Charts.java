package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.explore.Drawing.Anchor;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Segment;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import fr.jalon.portal.web.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What charts with two axes share: their frame, their ticks, how they write figures. */
final class Charts {
  /** Pixels from the top to the highest value, to the axis below, and of the whole. */
  static final double TOP = 40;

  static final double BOTTOM = 290;
  static final double HEIGHT = 320;

  /** Percent of the width left free on either side. */
  static final double LEFT = 1;

  static final double RIGHT = 99;

  /** Pixels from the axis to the words under it. */
  private static final double UNDER = 20;

  /** Lines across, and words along, that stay apart on a telephone. */
  private static final int MOST_LINES = 5;

  private static final int MOST_WORDS = 4;

  private Charts() {}

  static String measureName(@Nullable ColumnDescription measure, Messages messages) {
    return measure == null
        ? messages.text("explore.chart.rows")
        : messages.text("explore.chart.sum", measure.title());
  }

  static String written(
      @Nullable ColumnDescription measure, double value, ValueText text, Messages messages) {
    return measure == null ? messages.number(Math.round(value)) : text.figure(measure, value);
  }

  /** The lines of the values, under what is drawn. */
  static List<Shape> across(Scale scale) {
    List<Shape> shapes = new ArrayList<>();
    for (BigDecimal tick : scale.ticks(MOST_LINES)) {
      double y = scale.at(tick.doubleValue());
      shapes.add(new Segment(0, y, 100, y, tick.signum() == 0 ? Ink.AXIS : Ink.GRID));
    }
    return shapes;
  }

  /** The numbers of these lines, at their left, over what is drawn. */
  static List<Shape> numbers(Scale scale, DoubleFunction<String> written) {
    List<Shape> shapes = new ArrayList<>();
    for (BigDecimal tick : scale.ticks(MOST_LINES)) {
      double y = scale.at(tick.doubleValue()) - 5;
      String number = written.apply(tick.doubleValue());
      shapes.add(new Word(0, 0, y, number, Anchor.START, Ink.SOFT));
    }
    return shapes;
  }

  /**
   * Words under the axis: at the first place, at the last, and some between.
   *
   * @param places of what can be named, in percent
   */
  static List<Shape> under(List<Double> places, IntFunction<String> name) {
    List<Shape> shapes = new ArrayList<>();
    int last = places.size() - 1;
    TreeSet<Integer> named = new TreeSet<>();
    for (int i = 0; i < MOST_WORDS; i++) {
      named.add((int) Math.round((double) last * i / (MOST_WORDS - 1)));
    }
    for (int i : named) {
      double x = places.get(i);
      shapes.add(new Segment(x, BOTTOM, x, BOTTOM + 5, Ink.GRID));
      shapes.add(new Word(x, 0, BOTTOM + UNDER, name.apply(i), anchor(x), Ink.SOFT));
    }
    return shapes;
  }

  /** Words near an end stay within. */
  static Anchor anchor(double x) {
    return x < 12 ? Anchor.START : x > 88 ? Anchor.END : Anchor.MIDDLE;
  }
}
