package fr.jalon.engine.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checked totals as Jalon 0.1 stored them until they became data: one a line, in eight parts. The
 * only place where such texts are still read.
 */
final class FormerTotals {
  private static final int PARTS = 8;

  private FormerTotals() {}

  static List<CheckedTotal> of(Map<String, String> parameters) {
    List<CheckedTotal> totals = new ArrayList<>();
    for (String line : parameters.getOrDefault("totals", "").split("\n")) {
      String[] parts = line.split("\t", -1);
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
}
