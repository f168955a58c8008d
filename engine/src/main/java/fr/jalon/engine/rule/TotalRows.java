package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.rule.mend.TotalWords;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of totals and subtotals, and tells whether they agree with their columns: a total
 * is also a checksum.
 */
public final class TotalRows implements RowTest {
  private static final double MOSTLY = 0.9;

  private final List<ColumnFacts> labels;
  private final List<ColumnFacts> mostlyFilled;
  private final TotalSums sums;
  private int rows;

  private TotalRows(List<ColumnFacts> labels, List<ColumnFacts> mostlyFilled, TotalSums sums) {
    this.labels = labels;
    this.mostlyFilled = mostlyFilled;
    this.sums = sums;
  }

  /** The search for a table, null when no cell says "total". */
  public static @Nullable TotalRows of(Facts facts) {
    List<ColumnFacts> labels = new ArrayList<>();
    List<ColumnFacts> filled = new ArrayList<>();
    List<ColumnFacts> numbers = new ArrayList<>();
    long saying = 0;
    long sure = 0;
    for (ColumnFacts column : facts.columns()) {
      long here = count(column.values(), TotalWords::isTotal);
      if (here > 0) {
        labels.add(column);
        saying += here;
        sure += count(column.values(), TotalWords::isSurelyTotal);
      }
    }
    // A table of many subtotals has columns that its true rows fill and that look half empty.
    double mostRows = MOSTLY * (facts.rows() - sure);
    for (ColumnFacts column : facts.columns()) {
      if (column.profile().filled() >= mostRows) {
        filled.add(column);
      }
      if (Set.of("integer", "decimal").contains(column.kind()) && column.values().complete()) {
        numbers.add(column);
      }
    }
    return labels.isEmpty()
        ? null
        : new TotalRows(labels, filled, new TotalSums(numbers, saying > 1));
  }

  /** The same rows as a test finds, those of totals left out. */
  public RowTest leftOut(RowTest test) {
    return (block, sought) -> {
      BitSet totals = found(block);
      test.look(
          block,
          row -> {
            if (!totals.get(row)) {
              sought.accept(row);
            }
          });
    };
  }

  private BitSet found(Block block) {
    List<Integer> filled = mostlyFilled.stream().map(ColumnFacts::index).toList();
    BitSet found = new BitSet();
    for (ColumnFacts label : labels) {
      TotalWords.rows(label.index(), filled).look(block, found::set);
    }
    return found;
  }

  /** The columns that every true row fills. */
  public List<ColumnFacts> filled() {
    return mostlyFilled;
  }

  /** The columns in which "total" is said. */
  public List<ColumnFacts> labels() {
    return labels;
  }

  @Override
  public void look(Block block, IntConsumer sought) {
    BitSet found = found(block);
    rows += found.cardinality();
    sums.look(block, found, row -> label(block, row));
    found.stream().forEach(sought);
  }

  private String label(Block block, int row) {
    for (ColumnFacts label : labels) {
      Text value = block.chunk(label.index()).at(row);
      if (TotalWords.isTotal(value)) {
        return value.toString().strip();
      }
    }
    return "";
  }

  /** True when every row of totals agrees with its columns: none of them can hold anything else. */
  public boolean proved() {
    List<CheckedTotal> totals = checked();
    return totals.stream().allMatch(CheckedTotal::right)
        && totals.stream().map(CheckedTotal::row).distinct().count() == rows;
  }

  /** What the totals are worth; empty when nothing could be added up. */
  public List<CheckedTotal> checked() {
    return sums.checked(rows == 1);
  }

  /** Words of the verdict: "variant" and, for a lone total, what it says. */
  public Map<String, String> verdict() {
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
