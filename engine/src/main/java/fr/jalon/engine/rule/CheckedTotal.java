package fr.jalon.engine.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One cell of a row of totals, beside the sum of the rows it stands for.
 *
 * @param address of the cell as in a spreadsheet ("E117"), the row alone when its column has no
 *     letters
 * @param label what the row says of itself ("TOTAL", "Sous-total Culture")
 * @param column name of the column added up
 * @param partial true when it stands for the rows since the total before it, false for all rows
 * @param unit as written behind the number ("€"), "" for none
 */
public record CheckedTotal(
    String address,
    long row,
    String label,
    String column,
    boolean partial,
    String unit,
    BigDecimal total,
    BigDecimal sum) {
  /**
   * Words of what totals are worth: "variant" is "right" or "wrong" for a lone one, with the
   * column, the total written and the sum found; "all-right" or "some-wrong" for several; nothing
   * when nothing could be added up.
   */
  static Map<String, String> verdict(List<CheckedTotal> totals, boolean lone) {
    if (totals.isEmpty()) {
      return Map.of();
    }
    CheckedTotal wrong = totals.stream().filter(total -> !total.right()).findFirst().orElse(null);
    if (!lone) {
      return Map.of("variant", wrong == null ? "all-right" : "some-wrong");
    }
    if (wrong == null) {
      return Map.of("variant", "right", "of", totals.get(0).column());
    }
    return Map.of(
        "variant", "wrong",
        "of", wrong.column(),
        "total", wrong.total().toPlainString(),
        "sum", wrong.sum().toPlainString(),
        "unit", wrong.unit(),
        "decimals", Integer.toString(wrong.scale()));
  }

  /** The same, its row saying something else of itself. */
  public CheckedTotal labelled(String said) {
    return new CheckedTotal(address, row, said, column, partial, unit, total, sum);
  }

  public boolean right() {
    return gap().signum() == 0;
  }

  /** What the total announces beyond the sum; negative when the rows hold more. */
  public BigDecimal gap() {
    return total.subtract(sum);
  }

  /** Decimals to write these figures with, so that they can be compared. */
  public int scale() {
    int needed = Math.max(total.stripTrailingZeros().scale(), sum.stripTrailingZeros().scale());
    return needed == 1 ? 2 : Math.max(0, needed);
  }
}
