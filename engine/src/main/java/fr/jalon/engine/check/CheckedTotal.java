package fr.jalon.engine.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  /** The parameter of a finding that holds its checked totals, one a line. */
  static final String PARAMETER = "totals";

  private static final String BETWEEN = "\t";
  private static final int PARTS = 8;

  /** The totals that a finding checked, none for other findings. */
  public static List<CheckedTotal> of(Finding finding) {
    return of(finding.parameters());
  }

  /** The first total that is wrong among those told by the parameters of a finding or a repair. */
  public static Optional<CheckedTotal> wrong(Map<String, String> parameters) {
    return of(parameters).stream().filter(total -> !total.right()).findFirst();
  }

  private static List<CheckedTotal> of(Map<String, String> parameters) {
    List<CheckedTotal> totals = new ArrayList<>();
    for (String line : parameters.getOrDefault(PARAMETER, "").split("\n")) {
      String[] parts = line.split(BETWEEN, -1);
      if (parts.length == PARTS) {
        totals.add(
            new CheckedTotal(
                parts[0],
                Long.parseLong(parts[1]),
                parts[2],
                parts[3],
                Boolean.parseBoolean(parts[4]),
                parts[5],
                new BigDecimal(parts[6]),
                new BigDecimal(parts[7])));
      }
    }
    return totals;
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

  String line() {
    return String.join(
        BETWEEN,
        address,
        Long.toString(row),
        plain(label),
        plain(column),
        Boolean.toString(partial),
        unit,
        total.toPlainString(),
        sum.toPlainString());
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
