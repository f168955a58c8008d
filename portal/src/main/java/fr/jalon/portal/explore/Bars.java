package fr.jalon.portal.explore;

import fr.jalon.portal.explore.Drawing.Anchor;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Rect;
import fr.jalon.portal.explore.Drawing.Segment;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of horizontal bars from zero, each labelled with its name and value: nothing to decode.
 *
 * @param title what is measured, by what
 * @param shares of the longest bar, 0 to 1, in the same order as the labels
 */
public record Bars(String title, List<Bar> bars) {
  /** Pixels from one bar to the next; the name stands above its bar. */
  private static final int STEP = 52;

  /** Pixels of a bar. */
  private static final double THICK = 18;

  /** The longest bar leaves room for its value. */
  private static final double LONGEST = 78;

  public Bars {
    bars = List.copyOf(bars);
  }

  public int height() {
    return bars.size() * STEP;
  }

  /** Vertical place of the name of a bar. */
  public int nameY(int index) {
    return index * STEP + 16;
  }

  /** Vertical place of a bar. */
  public int barY(int index) {
    return index * STEP + 23;
  }

  /** Where the longest bar to the left of zero starts, in percent of the width; 0 without any. */
  public double zero() {
    double negative = extreme(-1);
    double positive = extreme(1);
    return negative + positive == 0 ? 0 : LONGEST * negative / (negative + positive);
  }

  /** Where a bar starts, in percent of the width. */
  public double left(Bar bar) {
    return bar.value() < 0 ? zero() - width(bar) : zero();
  }

  /** Width of a bar, in percent of the width; a value that is not zero shows. */
  public double width(Bar bar) {
    double span = extreme(-1) + extreme(1);
    return span == 0 || bar.value() == 0
        ? 0
        : Math.max(0.3, LONGEST * Math.abs(bar.value()) / span);
  }

  /** Each bar under its name, with its value at its end. */
  Drawing drawing() {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double end = left(bar) + width(bar);
      shapes.add(new Word(zero(), 2, nameY(i), bar.name(), Anchor.START, Ink.TEXT));
      shapes.add(
          new Rect(left(bar), barY(i), width(bar), THICK, bar.other() ? Ink.OTHER : Ink.BAR));
      shapes.add(new Word(end, 8, barY(i) + 14.0, bar.written(), Anchor.START, Ink.VALUE));
    }
    shapes.add(new Segment(zero(), 0, zero(), height(), Ink.AXIS));
    return new Drawing(height(), shapes);
  }

  private double extreme(int sign) {
    return bars.stream().mapToDouble(bar -> Math.max(0, sign * bar.value())).max().orElse(0);
  }

  /**
   * @param written the value as the page's language writes it
   * @param href the rows behind it, "" when they cannot be asked
   * @param other true for what was gathered under "others"
   */
  public record Bar(String name, double value, String written, String href, boolean other) {}
}
