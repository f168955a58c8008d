package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.CellShape;
import java.util.HashMap;
import java.util.Map;

/**
 * What the cells of one column look like, learned from some of them: their shapes, the way their
 * digits and letters follow one another, the values that come back, their length.
 */
final class ColumnHabits {
  private static final int MAX_VALUES = 1000;
  private static final int MAX_PATTERN = 24;

  private final double[] shapes = new double[CellShape.values().length];
  private final Map<String, Integer> values = new HashMap<>();

  /** Runs of digits and of letters as one sign each: "9/9/9". */
  private final Map<String, Integer> outlines = new HashMap<>();

  /** One sign a character: "99/99/9999". */
  private final Map<String, Integer> patterns = new HashMap<>();

  private double length;
  private double seen;

  void add(String cell) {
    String trimmed = CellShape.trim(cell);
    shapes[CellShape.of(trimmed).ordinal()]++;
    count(values, trimmed);
    count(outlines, outline(trimmed, true));
    count(patterns, outline(trimmed, false));
    length += trimmed.length();
    seen++;
  }

  private static void count(Map<String, Integer> counts, String key) {
    if (counts.size() < MAX_VALUES) {
      counts.merge(key, 1, Integer::sum);
    }
  }

  /** Logarithm of how likely a cell is here; 0 when nothing is known. */
  double likelihood(String cell) {
    if (seen == 0) {
      return 0;
    }
    String trimmed = CellShape.trim(cell);
    double shape = (shapes[CellShape.of(trimmed).ordinal()] + 0.3) / (seen + 0.3 * shapes.length);
    double usual = length / seen + 3;
    double far = Math.abs(Math.log((trimmed.length() + 3) / usual));
    double likely =
        0.4 * shape
            + 0.25 * share(values, trimmed)
            + 0.2 * share(outlines, outline(trimmed, true))
            + 0.15 * share(patterns, outline(trimmed, false));
    return Math.log(likely) - 0.3 * far;
  }

  private double share(Map<String, Integer> counts, String key) {
    return counts.getOrDefault(key, 0) / (seen + 1);
  }

  /** True when the cell is one of the few values that come back in the column. */
  boolean comesBack(String cell) {
    return values.size() * 2 <= seen && values.getOrDefault(CellShape.trim(cell), 0) >= 2;
  }

  private static String outline(String cell, boolean runs) {
    StringBuilder outline = new StringBuilder();
    char before = 0;
    for (int i = 0; i < cell.length() && outline.length() < MAX_PATTERN; i++) {
      char c = cell.charAt(i);
      char sign = c;
      if (Character.isDigit(c)) {
        sign = '9';
      } else if (Character.isUpperCase(c)) {
        sign = 'A';
      } else if (Character.isLetter(c)) {
        sign = runs && before == 'A' ? 'A' : 'a';
      }
      boolean sameRun = runs && sign == before && (sign == '9' || sign == 'A' || sign == 'a');
      if (!sameRun) {
        outline.append(sign);
      }
      before = sign;
    }
    return outline.toString();
  }
}
