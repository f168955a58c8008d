package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.CellShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table hold, learned from its first records, and how a record that has too
 * many cells is put back together: a decimal comma or the comma of a sentence was taken for a
 * delimiter. Of all the ways to join neighbors, the one is taken whose cells look most like those
 * of their columns in other records. Nothing is lost either way.
 */
final class RaggedRows {
  /** Joins costing less than this look like a figure or a sentence cut in two. */
  private static final double NATURAL = 1;

  private static final int MAX_EXTRA = 30;
  private static final int MAX_EMPTY = 3;
  private static final int MIN_USUAL = 10;

  /** What it costs to join a cell that stood in quotes. */
  private static final double WHOLE_CELL = 6;

  private static final int LEARNED_ROWS = 400;
  private static final int ROUNDS = 3;

  /** Wider tables are not learned: their records are joined at the end. */
  private static final int MAX_WIDTH = 2_000;

  /** How much less likely than most of the records learned a record may be. */
  private static final double SLACK = 0.5;

  private static final Pattern WHOLE =
      Pattern.compile("\\s*[-+]?\\d{1,3}(?:[\\s\\u00a0\\u202f.]?\\d{3})*|\\s*[-+]?\\d{1,9}");

  /** A number of more is none; and the expression calls itself for each of its groups. */
  private static final int LONGEST_WHOLE = 60;

  private static final Pattern CENTS = Pattern.compile("\\d{2}\\s*[€%]?\\s*");
  private static final Pattern DECIMALS = Pattern.compile("\\d{1,15}\\s*[€%]?\\s*");

  private final int width;
  private final String delimiter;
  private final List<List<String>> right = new ArrayList<>();
  private final List<List<String>> tooLong = new ArrayList<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();
  private final int known;
  private ColumnHabits @Nullable [] learned;
  private double lowest;

  private RaggedRows(List<List<String>> rows, int width, int delimiter) {
    this.width = width;
    this.delimiter = delimiter < 0 ? "" : String.valueOf((char) delimiter);
    for (List<String> row : rows) {
      int size = filledSize(row);
      if (size > 0) {
        sizes.merge(row.size(), 1, Integer::sum);
      }
      if (size > width && tooLong.size() < LEARNED_ROWS) {
        tooLong.add(row);
      } else if (size > 0 && size <= width && row.size() >= width && right.size() < LEARNED_ROWS) {
        right.add(row);
      }
    }
    this.known = right.size() + tooLong.size();
  }

  /** Learns what the columns hold from records, those of the right width and the others in turn. */
  static RaggedRows learn(List<List<String>> rows, int width, int delimiter) {
    return new RaggedRows(rows, width, delimiter);
  }

  /** The columns, looked at when first needed: most files have no record of another width. */
  private synchronized ColumnHabits[] habits() {
    ColumnHabits[] known = learned;
    if (known != null) {
      return known;
    }
    known = fresh();
    learned = known;
    int rounds = tooLong.isEmpty() ? 1 : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      List<List<String>> mended = tooLong.stream().map(this::fit).toList();
      ColumnHabits[] next = fresh();
      right.forEach(row -> add(next, row));
      if (right.size() < 4 * tooLong.size()) {
        mended.forEach(row -> add(next, row));
      }
      learned = next;
    }
    double[] usual = right.stream().mapToDouble(this::likelihood).sorted().toArray();
    lowest = usual.length == 0 ? Double.POSITIVE_INFINITY : usual[usual.length / 20];
    right.clear();
    tooLong.clear();
    return learned;
  }

  private ColumnHabits[] fresh() {
    ColumnHabits[] habits = new ColumnHabits[width];
    Arrays.setAll(habits, c -> new ColumnHabits());
    return habits;
  }

  private static void add(ColumnHabits[] habits, List<String> row) {
    for (int c = 0; c < habits.length; c++) {
      habits[c].add(row.get(c));
    }
  }

  int width() {
    return width;
  }

  /** True when enough rows were learned to tell a column from another. */
  boolean isLearned() {
    return width > 1 && width <= MAX_WIDTH && known >= 3;
  }

  /** True when many records have so many cells: nothing went wrong in one that has. */
  boolean isUsual(int cells) {
    int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
    int same = sizes.getOrDefault(cells, 0);
    return same >= MIN_USUAL && same * 3 > all;
  }

  ColumnHabits column(int column) {
    return habits()[column];
  }

  String delimiter() {
    return delimiter;
  }

  /** Logarithm of how likely a record of the right width is, a column. */
  double likelihood(List<String> cells) {
    ColumnHabits[] habits = habits();
    double sum = 0;
    for (int c = 0; c < width; c++) {
      sum += habits[c].likelihood(cells.get(c));
    }
    return sum / width;
  }

  /** True when a record of the right width looks like the others. */
  boolean looksRight(List<String> cells) {
    return likelihood(cells) >= lowest - SLACK;
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
    int[] lengths = groups(row, size, delimiter, new boolean[row.size()]).lengths();
    double cost = 0;
    int joins = 0;
    int at = 0;
    for (int length : lengths) {
      for (int k = at + 1; k < at + length; k++) {
        cost += joinCost(row.get(k - 1), row.get(k), delimiter);
        joins++;
      }
      at += length;
    }
    return cost <= NATURAL * joins;
  }

  /** The cells of a record as so many as there are columns. */
  List<String> fit(List<String> row) {
    return fit(row, delimiter, new boolean[row.size()]);
  }

  /**
   * The cells of a record as so many as there are columns.
   *
   * @param between what stood between them in this record
   * @param whole the cells that stood in quotes: they are not joined with others
   */
  List<String> fit(List<String> row, String between, boolean[] whole) {
    int size = Math.max(width, filledSize(row));
    if (row.size() <= width) {
      return row;
    }
    if (size - width > MAX_EXTRA || width > MAX_WIDTH) {
      List<String> cut = new ArrayList<>(row.subList(0, width - 1));
      cut.add(String.join(between, row.subList(width - 1, size)));
      return cut;
    }
    if (size == width && !between.equals(" ")) {
      return row.subList(0, width);
    }
    Groups best = groups(row, size, between, whole);
    // The last columns may be empty here: then the last cells are theirs.
    int most = Math.min(Math.min(row.size(), width + MAX_EXTRA), size + MAX_EMPTY);
    for (int longer = size + 1; longer <= most; longer++) {
      Groups other = groups(row, longer, between, whole);
      best = other.score() > best.score() ? other : best;
    }
    List<String> fitted = new ArrayList<>(width);
    int at = 0;
    for (int length : best.lengths()) {
      fitted.add(String.join(between, row.subList(at, at + length)));
      at += length;
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

  /** How many cells go into each column. */
  private record Groups(int[] lengths, double score) {}

  /** The best grouping, by dynamic programming over columns and cells. */
  private Groups groups(List<String> row, int size, String between, boolean[] whole) {
    ColumnHabits[] habits = habits();
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
            cost += joinCost(row.get(column + used + more - 1), added, between);
            cost += whole[column + used + more - 1] || whole[column + used + more] ? WHOLE_CELL : 0;
            cell = cell + between + added;
          }
          double score = best[column][used] + habits[column].likelihood(cell) - cost;
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
    return new Groups(lengths, best[width][extra]);
  }

  /** How unlikely it is that two neighbors were one cell. */
  static double joinCost(String left, String right, String between) {
    if (between.equals(" ")) {
      return 0.2;
    }
    if (right.startsWith(" ") && !left.isEmpty() && right.length() > 1) {
      return 0.3;
    }
    if (!left.isEmpty() && left.length() <= LONGEST_WHOLE && WHOLE.matcher(left).matches()) {
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
