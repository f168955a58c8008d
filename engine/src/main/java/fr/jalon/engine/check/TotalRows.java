package fr.jalon.engine.check;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of totals and subtotals, and tells whether they agree with their columns: a total
 * is also a checksum.
 */
public final class TotalRows implements RowTest {
  private static final Set<String> WHOLE =
      Set.of("total", "totaux", "total general", "sous total", "total ttc", "total ht", "ensemble");
  private static final Pattern BEGINS = Pattern.compile("(?:sous[ -]?)?tota(?:l|ux)\\b.*");
  private static final int TOTA = 't' << 24 | 'o' << 16 | 't' << 8 | 'a';
  private static final int ENSE = 'e' << 24 | 'n' << 16 | 's' << 8 | 'e';
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
      long here = count(column.values(), TotalRows::isTotal);
      if (here > 0) {
        labels.add(column);
        saying += here;
        sure += count(column.values(), TotalRows::isSurelyTotal);
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

  /**
   * The same search by a recipe, for a table whose columns are known by their positions.
   *
   * @param filled columns that every true row fills
   */
  public static RowTest replayed(int label, List<Integer> filled) {
    return (block, sought) -> {
      Chunk chunk = block.chunk(label);
      boolean[] total = total(chunk);
      for (int row = 0; row < block.rows(); row++) {
        if (total[chunk.code(row)] && isTotalRow(block, row, chunk.at(row).toString(), filled)) {
          sought.accept(row);
        }
      }
    };
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
      replayed(label.index(), filled).look(block, found::set);
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
      if (isTotal(value)) {
        return value.toString().strip();
      }
    }
    return "";
  }

  private static boolean[] total(Chunk chunk) {
    boolean[] total = new boolean[chunk.distinct()];
    for (int code = 0; code < total.length; code++) {
      total[code] = isTotal(chunk.value(code));
    }
    return total;
  }

  private static boolean isTotalRow(Block block, int row, String label, List<Integer> filled) {
    if (WHOLE.contains(plain(label))) {
      return true;
    }
    for (int column : filled) {
      if (block.chunk(column).at(row).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the totals are worth: "variant" is "right" or "wrong" for a lone one, with the column, the
   * total written and the sum found; "all-right" or "some-wrong" for several; absent when nothing
   * could be added up. Each figure checked is there too, for {@link CheckedTotal#of}.
   */
  public Map<String, String> verdict() {
    List<CheckedTotal> totals = sums.checked(rows == 1);
    if (totals.isEmpty()) {
      return Map.of();
    }
    Map<String, String> verdict = new HashMap<>();
    verdict.put(
        CheckedTotal.PARAMETER,
        String.join("\n", totals.stream().map(CheckedTotal::line).toList()));
    CheckedTotal wrong = totals.stream().filter(total -> !total.right()).findFirst().orElse(null);
    if (rows > 1) {
      verdict.put("variant", wrong == null ? "all-right" : "some-wrong");
      return verdict;
    }
    CheckedTotal told = wrong == null ? totals.get(0) : wrong;
    verdict.put("variant", wrong == null ? "right" : "wrong");
    verdict.put("of", told.column());
    if (wrong != null) {
      verdict.put("total", wrong.total().toPlainString());
      verdict.put("sum", wrong.sum().toPlainString());
    }
    return verdict;
  }

  /** True when every row of totals agrees with its columns: none of them can hold anything else. */
  public boolean proved() {
    List<CheckedTotal> totals = sums.checked(rows == 1);
    return totals.stream().allMatch(CheckedTotal::right)
        && totals.stream().map(CheckedTotal::row).distinct().count() == rows;
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

  /** "Total" alone and "sous-total…": "Total Énergies" is a name too. */
  private static boolean isSurelyTotal(Text value) {
    if (!isTotal(value)) {
      return false;
    }
    String plain = plain(value.toString());
    return WHOLE.contains(plain) || plain.startsWith("sous total");
  }

  private static boolean isTotal(Text value) {
    if (!mayBeTotal(value)) {
      return false;
    }
    String text = value.toString();
    if (text.length() > 40 || text.length() < 5) {
      return false;
    }
    String plain = plain(text);
    return WHOLE.contains(plain) || BEGINS.matcher(plain).matches();
  }

  /** Whether the letters "tota" or "ense" follow one another, or some letter may have an accent. */
  private static boolean mayBeTotal(Text value) {
    if (value.length() > 160) {
      return false;
    }
    int last = 0;
    for (int i = 0; i < value.length(); i++) {
      byte b = value.at(i);
      if (b < 0) {
        return true;
      }
      last = last << 8 | (b | 0x20);
      if (last == TOTA || last == ENSE) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String text) {
    return String.join(" ", Words.fold(text).split("[^a-z0-9]+")).strip();
  }
}
