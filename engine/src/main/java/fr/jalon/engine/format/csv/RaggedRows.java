package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.CellShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts back together the cells of a record that has too many: a decimal comma or the comma of a
 * sentence was taken for a delimiter. Of all the ways to join neighbors, the one is taken whose
 * cells look most like those of their columns in other records. Nothing is lost either way.
 */
final class RaggedRows {
  /** Joins costing less than this look like a figure or a sentence cut in two. */
  private static final double NATURAL = 1;

  private static final int MAX_EXTRA = 30;
  private static final int LEARNED_ROWS = 400;
  private static final int ROUNDS = 3;

  private static final Pattern WHOLE =
      Pattern.compile("\\s*[-+]?\\d{1,3}(?:[\\s\\u00a0\\u202f.]?\\d{3})*|\\s*[-+]?\\d{1,9}");
  private static final Pattern CENTS = Pattern.compile("\\d{2}\\s*[€%]?\\s*");
  private static final Pattern DECIMALS = Pattern.compile("\\d{1,15}\\s*[€%]?\\s*");

  private final int width;
  private final String delimiter;
  private final Profile[] profiles;

  private static final class Profile {
    private final double[] shapes = new double[CellShape.values().length];
    private final Map<String, Integer> values = new HashMap<>();
    private double length;
    private double seen;

    void add(String cell) {
      String trimmed = CellShape.trim(cell);
      shapes[CellShape.of(trimmed).ordinal()]++;
      if (values.size() < 1000) {
        values.merge(trimmed, 1, Integer::sum);
      }
      length += trimmed.length();
      seen++;
    }

    /** Logarithm of how likely a cell is here. */
    double likelihood(String cell) {
      if (seen == 0) {
        return 0;
      }
      String trimmed = CellShape.trim(cell);
      double shape = (shapes[CellShape.of(trimmed).ordinal()] + 0.3) / (seen + 0.3 * shapes.length);
      double value = values.getOrDefault(trimmed, 0) / (seen + 1);
      double usual = length / seen + 3;
      double far = Math.abs(Math.log((trimmed.length() + 3) / usual));
      return Math.log(0.7 * shape + 0.3 * value) - 0.3 * far;
    }
  }

  private RaggedRows(int width, int delimiter) {
    this.width = width;
    this.delimiter = delimiter < 0 ? "" : String.valueOf((char) delimiter);
    this.profiles = new Profile[width];
    Arrays.setAll(profiles, c -> new Profile());
  }

  /** Learns what the columns hold from records, those of the right width and the others in turn. */
  static RaggedRows learn(List<List<String>> rows, int width, int delimiter) {
    RaggedRows ragged = new RaggedRows(width, delimiter);
    List<List<String>> right = new ArrayList<>();
    List<List<String>> tooLong = new ArrayList<>();
    for (List<String> row : rows) {
      int size = filledSize(row);
      if (size > width && tooLong.size() < LEARNED_ROWS) {
        tooLong.add(row);
      } else if (size <= width && row.size() >= width && right.size() < LEARNED_ROWS) {
        right.add(row);
      }
    }
    int rounds = tooLong.isEmpty() ? 1 : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      List<List<String>> mended = tooLong.stream().map(ragged::fit).toList();
      Arrays.setAll(ragged.profiles, c -> new Profile());
      right.forEach(ragged::add);
      if (right.size() < 4 * tooLong.size()) {
        mended.forEach(ragged::add);
      }
    }
    return ragged;
  }

  private void add(List<String> row) {
    for (int c = 0; c < width; c++) {
      profiles[c].add(row.get(c));
    }
  }

  /** True when most of the records too long look like cut figures and sentences. */
  boolean explains(List<List<String>> rows) {
    int tooLong = 0;
    int natural = 0;
    for (List<String> row : rows) {
      int size = filledSize(row);
      if (size > width) {
        tooLong++;
        natural += size - width <= MAX_EXTRA && isNatural(row, size) ? 1 : 0;
      }
    }
    return tooLong > 0 && natural >= 0.7 * tooLong;
  }

  private boolean isNatural(List<String> row, int size) {
    int[] lengths = groups(row, size);
    double cost = 0;
    int joins = 0;
    int at = 0;
    for (int length : lengths) {
      for (int k = at + 1; k < at + length; k++) {
        cost += joinCost(row.get(k - 1), row.get(k));
        joins++;
      }
      at += length;
    }
    return cost <= NATURAL * joins;
  }

  /** The cells of a record as so many as there are columns. */
  List<String> fit(List<String> row) {
    int size = filledSize(row);
    List<String> fitted = new ArrayList<>(width);
    if (size <= width) {
      fitted.addAll(row.subList(0, Math.min(width, row.size())));
    } else if (size - width > MAX_EXTRA || width > 2000) {
      fitted.addAll(row.subList(0, width - 1));
      fitted.add(String.join(delimiter, row.subList(width - 1, size)));
    } else {
      int at = 0;
      for (int length : groups(row, size)) {
        fitted.add(String.join(delimiter, row.subList(at, at + length)));
        at += length;
      }
    }
    return fitted;
  }

  private static int filledSize(List<String> row) {
    int size = row.size();
    while (size > 0 && CellShape.trim(row.get(size - 1)).isEmpty()) {
      size--;
    }
    return size;
  }

  /** How many cells go into each column, by dynamic programming over columns and cells. */
  private int[] groups(List<String> row, int size) {
    int extra = size - width;
    double[][] best = new double[width + 1][extra + 1];
    int[][] taken = new int[width + 1][extra + 1];
    for (double[] line : best) {
      Arrays.fill(line, Double.NEGATIVE_INFINITY);
    }
    best[0][0] = 0;
    for (int column = 0; column < width; column++) {
      for (int used = 0; used <= extra; used++) {
        if (best[column][used] == Double.NEGATIVE_INFINITY) {
          continue;
        }
        String cell = row.get(column + used);
        double cost = 0;
        for (int more = 0; used + more <= extra; more++) {
          if (more > 0) {
            String added = row.get(column + used + more);
            cost += joinCost(row.get(column + used + more - 1), added);
            cell = cell + delimiter + added;
          }
          double score = best[column][used] + profiles[column].likelihood(cell) - cost;
          if (score > best[column + 1][used + more]) {
            best[column + 1][used + more] = score;
            taken[column + 1][used + more] = more;
          }
        }
      }
    }
    int[] lengths = new int[width];
    int used = extra;
    for (int column = width; column > 0; column--) {
      int more = taken[column][used];
      lengths[column - 1] = more + 1;
      used -= more;
    }
    return lengths;
  }

  /** How unlikely it is that two neighbors were one cell. */
  private static double joinCost(String left, String right) {
    if (right.startsWith(" ") && !left.isEmpty() && right.length() > 1) {
      return 0.3;
    }
    if (!left.isEmpty() && WHOLE.matcher(left).matches()) {
      if (CENTS.matcher(right).matches()) {
        return 0.2;
      }
      if (DECIMALS.matcher(right).matches()) {
        return left.strip().length() <= 3 ? 0.5 : 0.9;
      }
    }
    boolean words =
        CellShape.of(CellShape.trim(left)) == CellShape.TEXT
            && CellShape.of(CellShape.trim(right)) == CellShape.TEXT;
    return words ? 3 : 5;
  }
}
