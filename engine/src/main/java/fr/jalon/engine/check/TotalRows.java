package fr.jalon.engine.check;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of totals, and tells whether a lone one agrees with its columns: a total is also a
 * checksum.
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
  private final List<ColumnFacts> numbers;
  private final Map<String, BigDecimal> totals = new HashMap<>();
  private int rows;

  private TotalRows(
      List<ColumnFacts> labels, List<ColumnFacts> mostlyFilled, List<ColumnFacts> numbers) {
    this.labels = labels;
    this.mostlyFilled = mostlyFilled;
    this.numbers = numbers;
  }

  /** The search for a table, null when no cell says "total". */
  public static @Nullable TotalRows of(Facts facts) {
    List<ColumnFacts> labels = new ArrayList<>();
    List<ColumnFacts> filled = new ArrayList<>();
    List<ColumnFacts> numbers = new ArrayList<>();
    for (ColumnFacts column : facts.columns()) {
      if (saysTotal(column.values())) {
        labels.add(column);
      }
      if (column.profile().filled() >= MOSTLY * facts.rows()) {
        filled.add(column);
      }
      if (Set.of("integer", "decimal").contains(column.kind()) && column.values().complete()) {
        numbers.add(column);
      }
    }
    return labels.isEmpty() ? null : new TotalRows(labels, filled, numbers);
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
    found(block).stream()
        .forEach(
            row -> {
              note(block, row);
              sought.accept(row);
            });
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

  private void note(Block block, int row) {
    rows++;
    for (ColumnFacts column : numbers) {
      Numbers.Written number = Numbers.read(block.chunk(column.index()).at(row).toString());
      if (number != null) {
        totals.put(column.name(), new BigDecimal(number.canonical()));
      }
    }
  }

  /**
   * What a lone total is worth: "variant" is "right", "wrong" or absent; when wrong, the column,
   * the total written and the sum found.
   */
  public Map<String, String> verdict() {
    if (rows != 1 || totals.isEmpty()) {
      return Map.of();
    }
    String right = "";
    for (ColumnFacts column : numbers) {
      BigDecimal total = totals.get(column.name());
      if (total == null) {
        continue;
      }
      BigDecimal sum = sum(column.values()).subtract(total);
      if (sum.compareTo(total) == 0) {
        right = right.isEmpty() ? column.name() : right;
      } else if (isNear(sum, total)) {
        return Map.of(
            "variant", "wrong",
            "of", column.name(),
            "total", total.toPlainString(),
            "sum", sum.toPlainString());
      }
    }
    return right.isEmpty() ? Map.of() : Map.of("variant", "right", "of", right);
  }

  /** A mean or a percentage at the foot of its column is nowhere near the sum. */
  private static boolean isNear(BigDecimal sum, BigDecimal total) {
    return sum.subtract(total).abs().compareTo(total.abs().divide(BigDecimal.valueOf(2))) <= 0;
  }

  private static BigDecimal sum(Distinct values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int index = 0; index < values.size(); index++) {
      Numbers.Written number = Numbers.read(values.value(index).toString());
      if (number != null) {
        BigDecimal value = new BigDecimal(number.canonical());
        sum = sum.add(value.multiply(BigDecimal.valueOf(values.count(index))));
      }
    }
    return sum;
  }

  private static boolean saysTotal(Distinct values) {
    for (int index = 0; index < values.size(); index++) {
      if (isTotal(values.value(index))) {
        return true;
      }
    }
    return false;
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
