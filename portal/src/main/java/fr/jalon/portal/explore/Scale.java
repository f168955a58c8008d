package fr.jalon.portal.explore;

import fr.jalon.engine.query.StepWidth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers laid along an axis of a drawing.
 *
 * @param from the place of {@code low}, {@code to} that of {@code high}
 */
record Scale(double low, double high, double from, double to) {
  /** A span of nothing has its one number in the middle. */
  double at(double number) {
    return high == low ? (from + to) / 2 : from + (number - low) / (high - low) * (to - from);
  }

  /** At most so many round numbers within, about evenly apart. */
  List<BigDecimal> ticks(int most) {
    StepWidth width = StepWidth.of(low, high, most, false);
    List<BigDecimal> ticks = new ArrayList<>();
    for (long i = width.index(low); width.from(i).doubleValue() <= high; i++) {
      if (width.from(i).doubleValue() >= low) {
        ticks.add(width.from(i));
      }
    }
    return ticks;
  }
}
