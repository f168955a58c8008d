package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the columns of numbers to compare them with the totals written in the rows of totals.
 *
 * <p>A lone total is compared with its whole column, wherever it stands. Several are compared each
 * with the rows since the one before (a subtotal) and with all the rows above (a grand total).
 */
final class TotalSums {
  /** Figures kept; a table with more is not one whose totals people read. */
  private static final int MOST = 200;

  /** Rows from which adding up proves something. */
  static final int SEVERAL = 2;

  /** A gap of that share of the sum is a slip; beyond, the figure may be of something else. */
  private static final BigDecimal CLOSE = new BigDecimal("0.2");

  private final List<ColumnFacts> numbers;
  private final boolean several;
  private final int addends;
  private final BigDecimal[] since;
  private final BigDecimal[] all;
  private final long[] rowsSince;
  private final long[] rowsAll;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * @param several whether more than one row may be of totals
   * @param addends how many rows a total must add up to say anything
   */
  TotalSums(List<ColumnFacts> numbers, boolean several, int addends) {
    this.numbers = List.copyOf(numbers);
    this.several = several;
    this.addends = addends;
    this.rowsSince = new long[numbers.size()];
    this.rowsAll = new long[numbers.size()];
    this.since = zeros(numbers.size());
    this.all = zeros(numbers.size());
  }

  /** A total as written, and what the rows above it add up to. */
  private record Figure(
      int number,
      long row,
      String label,
      String unit,
      BigDecimal total,
      BigDecimal since,
      BigDecimal all,
      long rowsSince,
      long rowsAll) {}

  /** Takes in a block, in order; {@code totals} are its rows of totals. */
  void look(Block block, BitSet totals, IntFunction<String> label) {
    for (int number = 0; number < numbers.size(); number++) {
      look(block, block.chunk(numbers.get(number).index()), totals, number, label);
    }
  }

  private void look(
      Block block, Chunk chunk, BitSet totals, int number, IntFunction<String> label) {
    if (!several) {
      totals.stream().forEach(row -> note(block, chunk.at(row), row, number, label));
      return;
    }
    BigDecimal[] values = values(chunk);
    if (totals.isEmpty()) {
      int[] counts = chunk.counts();
      for (int code = 0; code < values.length; code++) {
        add(number, values[code].multiply(BigDecimal.valueOf(counts[code])), counts[code]);
      }
      return;
    }
    for (int row = 0; row < chunk.rows(); row++) {
      if (totals.get(row)) {
        note(block, chunk.at(row), row, number, label);
        since[number] = BigDecimal.ZERO;
        rowsSince[number] = 0;
      } else {
        add(number, values[chunk.code(row)], 1);
      }
    }
  }

  private void add(int number, BigDecimal value, int rows) {
    since[number] = since[number].add(value);
    all[number] = all[number].add(value);
    rowsSince[number] += value.signum() == 0 ? 0 : rows;
    rowsAll[number] += value.signum() == 0 ? 0 : rows;
  }

  private void note(Block block, Text cell, int row, int number, IntFunction<String> label) {
    Numbers.Written written = Numbers.read(cell.toString());
    if (written != null && figures.size() < MOST) {
      figures.add(
          new Figure(
              number,
              block.sourceRow(row),
              label.apply(row),
              written.unit(),
              new BigDecimal(written.canonical()),
              since[number],
              all[number],
              rowsSince[number],
              rowsAll[number]));
    }
  }

  /**
   * True when some total adds up several rows: one that repeats the row above may be anything, a
   * supplier of that name among others.
   */
  boolean addSeveral(boolean lone) {
    return figures.stream()
        .anyMatch(
            figure ->
                SEVERAL
                    <= (lone
                        ? rows(numbers.get(figure.number()).values()) - 1
                        : Math.max(figure.rowsSince(), figure.rowsAll())));
  }

  /** True when a row of totals bears no number at all. */
  boolean isEmpty() {
    return figures.isEmpty();
  }

  /**
   * The totals that can be told right or wrong: one that is nowhere near a sum is a mean, a
   * percentage, or something else.
   */
  List<CheckedTotal> checked(boolean lone) {
    List<CheckedTotal> checked = new ArrayList<>();
    for (int number = 0; number < numbers.size(); number++) {
      List<CheckedTotal> ofColumn = new ArrayList<>();
      for (Figure figure : figures) {
        CheckedTotal total = figure.number() != number ? null : lone ? whole(figure) : part(figure);
        if (total != null) {
          ofColumn.add(total);
        }
      }
      if (lone || areOurs(number, ofColumn)) {
        checked.addAll(ofColumn);
      }
    }
    return checked;
  }

  /**
   * Totals written above their rows, or of other columns, are not all wrong: they are not ours. All
   * may yet be wrong by little, and then already the first one is: nothing stands above the first
   * of those written above their rows.
   */
  private boolean areOurs(int number, List<CheckedTotal> totals) {
    long right = totals.stream().filter(CheckedTotal::right).count();
    if (2 * right >= totals.size()) {
      return true;
    }
    List<Figure> written = figures.stream().filter(one -> one.number() == number).toList();
    long close = totals.stream().filter(TotalSums::isClose).count();
    CheckedTotal first = totals.get(0);
    return first.row() == written.get(0).row() && isClose(first) && 2 * close >= written.size();
  }

  private static boolean isClose(CheckedTotal total) {
    return total.gap().abs().compareTo(total.sum().abs().multiply(CLOSE)) <= 0;
  }

  private @Nullable CheckedTotal whole(Figure figure) {
    Distinct values = numbers.get(figure.number()).values();
    BigDecimal sum = sum(values).subtract(figure.total());
    return rows(values) > addends && isNear(sum, figure.total())
        ? checked(figure, false, sum)
        : null;
  }

  private @Nullable CheckedTotal part(Figure figure) {
    BigDecimal total = figure.total();
    boolean partial = away(figure.since(), total).compareTo(away(figure.all(), total)) <= 0;
    BigDecimal sum = partial ? figure.since() : figure.all();
    long rows = partial ? figure.rowsSince() : figure.rowsAll();
    return rows >= addends && isNear(sum, total) ? checked(figure, partial, sum) : null;
  }

  private CheckedTotal checked(Figure figure, boolean partial, BigDecimal sum) {
    ColumnFacts column = numbers.get(figure.number());
    return new CheckedTotal(
        column.column().letters() + figure.row(),
        figure.row(),
        figure.label(),
        column.name(),
        partial,
        figure.unit(),
        figure.total(),
        sum);
  }

  private static boolean isNear(BigDecimal sum, BigDecimal total) {
    return away(sum, total).compareTo(total.abs().divide(BigDecimal.valueOf(2))) <= 0;
  }

  private static BigDecimal away(BigDecimal sum, BigDecimal total) {
    return sum.subtract(total).abs();
  }

  private static long rows(Distinct values) {
    long rows = 0;
    for (int index = 0; index < values.size(); index++) {
      rows += value(values.value(index)).signum() == 0 ? 0 : values.count(index);
    }
    return rows;
  }

  private static BigDecimal sum(Distinct values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int index = 0; index < values.size(); index++) {
      BigDecimal value = value(values.value(index));
      sum = sum.add(value.multiply(BigDecimal.valueOf(values.count(index))));
    }
    return sum;
  }

  private static BigDecimal[] values(Chunk chunk) {
    BigDecimal[] values = new BigDecimal[chunk.distinct()];
    for (int code = 0; code < values.length; code++) {
      values[code] = value(chunk.value(code));
    }
    return values;
  }

  private static BigDecimal value(Text text) {
    Numbers.Written number = Numbers.read(text.toString());
    return number == null ? BigDecimal.ZERO : new BigDecimal(number.canonical());
  }

  private static BigDecimal[] zeros(int count) {
    BigDecimal[] zeros = new BigDecimal[count];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }
}
