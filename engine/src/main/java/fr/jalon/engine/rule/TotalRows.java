package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.TotalWords;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of totals and subtotals, and tells whether they agree with their columns: a total
 * is also a checksum.
 *
 * <p>Total is a name too, of a supplier. A row that says "total" is one of totals when it leaves
 * blank what true rows fill; one that fills everything, only when sums prove it: the search looks
 * for the former alone or for both.
 */
final class TotalRows implements RowTest {
  private static final double MOSTLY = 0.9;
  private static final int MOST = 200;

  private final List<ColumnFacts> labels;
  private final List<ColumnFacts> filled;
  private final boolean whole;
  private final TotalSums sums;
  private final int numbers;

  /** Rows, 1-based in the file, that say "total" and yet fill every column. */
  private final Set<Long> full = new HashSet<>();

  private int rows;

  /** Some row says "total" and no more. */
  private boolean sure;

  /** Some row says it in words that make no name, or twice. */
  private boolean noName;

  private boolean blanks;
  private long lastRow;
  private boolean endsTable;

  private TotalRows(
      List<ColumnFacts> labels,
      List<ColumnFacts> filled,
      boolean whole,
      TotalSums sums,
      int numbers) {
    this.labels = labels;
    this.numbers = numbers;
    this.filled = filled;
    this.whole = whole;
    this.sums = sums;
  }

  /**
   * The search for a table, null when no cell says "total".
   *
   * @param whole whether rows that fill every column are looked for too
   */
  static @Nullable TotalRows of(Facts facts, boolean whole) {
    List<ColumnFacts> labels = new ArrayList<>();
    long saying = 0;
    for (ColumnFacts column : facts.columns()) {
      long here = count(column.values(), TotalWords::isTotal);
      if (here > 0) {
        labels.add(column);
        saying += here;
      }
    }
    if (labels.isEmpty()) {
      return null;
    }
    // A table of many subtotals has columns that its true rows fill and that look half empty.
    double mostRows = MOSTLY * (facts.rows() - saying);
    List<ColumnFacts> filled = new ArrayList<>();
    List<ColumnFacts> numbers = new ArrayList<>();
    for (ColumnFacts column : facts.columns()) {
      boolean number = Set.of(Kinds.INTEGER, Kinds.DECIMAL).contains(column.kind());
      if (number && column.values().complete()) {
        numbers.add(column);
      }
      // totals stand in the columns of numbers: those say nothing of a row
      if (!number && !labels.contains(column) && column.profile().filled() >= mostRows) {
        filled.add(column);
      }
    }
    return new TotalRows(
        labels,
        filled,
        whole,
        new TotalSums(numbers, saying > 1, whole ? TotalSums.SEVERAL : 1),
        numbers.size());
  }

  /** The same rows as a test finds, those of totals left out. */
  RowTest leftOut(RowTest test) {
    return (block, sought) -> {
      BitSet totals = found(block, whole);
      test.look(
          block,
          row -> {
            if (!totals.get(row)) {
              sought.accept(row);
            }
          });
    };
  }

  private List<Integer> places() {
    return filled.stream().map(ColumnFacts::index).toList();
  }

  private BitSet found(Block block, boolean all) {
    List<Integer> places = places();
    BitSet found = new BitSet();
    for (ColumnFacts label : labels) {
      TotalWords.rows(label.index(), places, 0, all).look(block, found::set);
    }
    return found;
  }

  /** Whether rows that fill every column were looked for too. */
  boolean whole() {
    return whole;
  }

  /** The columns that every true row fills. */
  List<ColumnFacts> filled() {
    return filled;
  }

  /** The columns in which "total" is said. */
  List<ColumnFacts> labels() {
    return labels;
  }

  @Override
  public void look(Block block, IntConsumer sought) {
    BitSet found = found(block, whole);
    BitSet marked = found(block, false);
    List<Integer> places = places();
    rows += found.cardinality();
    found.stream()
        .forEach(
            row -> {
              lastRow = block.sourceRow(row);
              List<String> said = said(block, row);
              sure |= said.stream().anyMatch(TotalWords::isWhole);
              noName |= said.size() > 1 || said.stream().anyMatch(TotalWords::isNoName);
              blanks |= TotalWords.blank(block, row, places) > 1;
              if (!marked.get(row) && full.size() < MOST) {
                full.add(block.sourceRow(row));
              }
            });
    if (block.rows() > 0) {
      endsTable = lastRow == block.sourceRow(block.rows() - 1);
    }
    sums.look(block, found, row -> label(block, row));
    found.stream().forEach(sought);
  }

  private String label(Block block, int row) {
    List<String> said = said(block, row);
    return said.isEmpty() ? "" : said.get(0);
  }

  /** What the row says of itself, in each column in which it says "total". */
  private List<String> said(Block block, int row) {
    return labels.stream()
        .map(label -> block.chunk(label.index()).at(row))
        .filter(TotalWords::isTotal)
        .map(value -> value.toString().strip())
        .toList();
  }

  /**
   * True when the rows found can be told: some of them say by their blanks that they are no rows
   * like others, or their figures are sums, or they bear none.
   */
  boolean areTotals() {
    if (rows == 0) {
      return false;
    }
    if (!full.isEmpty()) {
      return fullOnesAreTotals();
    }
    return noName || !checked().isEmpty() || (sure && (blanks || sums.isEmpty()));
  }

  /**
   * True when each row that fills everything is proved by a sum, or stands with totals that no name
   * is made of, or closes a table that has nothing but a name and numbers.
   */
  private boolean fullOnesAreTotals() {
    List<CheckedTotal> checked = checked();
    Map<Long, Boolean> right =
        checked.stream()
            .collect(
                Collectors.toMap(
                    CheckedTotal::row, CheckedTotal::right, (one, other) -> one && other));
    boolean proved = full.stream().allMatch(row -> right.getOrDefault(row, false));
    boolean closes = filled.isEmpty() && rows == 1 && endsTable;
    return full.size() < MOST
        && (proved || noName || (closes && (!checked.isEmpty() || numbers > 1)));
  }

  /** True when rows that fill every column were found. */
  boolean hasFullOnes() {
    return !full.isEmpty();
  }

  /** True when every row of totals agrees with its columns: none of them can hold anything else. */
  boolean proved() {
    List<CheckedTotal> totals = checked();
    return sums.addSeveral(rows == 1)
        && totals.stream().allMatch(CheckedTotal::right)
        && totals.stream().map(CheckedTotal::row).distinct().count() == rows;
  }

  /** What the totals are worth; empty when nothing could be added up. */
  List<CheckedTotal> checked() {
    return sums.checked(rows == 1);
  }

  /** Words of the verdict: "variant" and, for a lone total, what it says. */
  Map<String, String> verdict() {
    return CheckedTotal.verdict(checked(), rows == 1);
  }

  private static long count(Distinct values, Predicate<Text> sought) {
    long cells = 0;
    for (int index = 0; index < values.size(); index++) {
      if (sought.test(values.value(index))) {
        cells += values.count(index);
      }
    }
    return cells;
  }
}
