package fr.jalon.engine.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How wide the steps are that numbers are gathered by: 1, 2 or 5 times a power of ten, so that
 * their bounds are numbers people write. Steps are counted from zero.
 *
 * @param digit 1, 2 or 5
 * @param power of ten
 */
public record StepWidth(int digit, int power) {
  private static final int[] DIGITS = {1, 2, 5};

  public StepWidth {
    if (digit != 1 && digit != 2 && digit != 5) {
      throw new IllegalArgumentException("wanted 1, 2 or 5, got " + digit);
    }
  }

  /**
   * The narrowest that takes at most so many steps from one number to another.
   *
   * @param whole true for numbers that have no decimals: steps are then of 1 at least
   */
  public static StepWidth of(double low, double high, int most, boolean whole) {
    double span = Math.max(0, high - low);
    int power = span == 0 ? 0 : (int) Math.floor(Math.log10(span / most));
    for (int p = whole ? Math.max(0, power) : power; ; p++) {
      for (int digit : DIGITS) {
        StepWidth width = new StepWidth(digit, p);
        if (width.index(high) - width.index(low) < most) {
          return width;
        }
      }
    }
  }

  /** The step a number is in. */
  public long index(double number) {
    return BigDecimal.valueOf(number)
        .scaleByPowerOfTen(-power)
        .divide(BigDecimal.valueOf(digit), 0, RoundingMode.FLOOR)
        .longValue();
  }

  /** Where a step begins. */
  public BigDecimal from(long index) {
    return BigDecimal.valueOf(index).multiply(BigDecimal.valueOf(digit)).scaleByPowerOfTen(power);
  }
}
