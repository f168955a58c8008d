package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The numbers of a column are not in one unit, or not in the one of its title: 12 m beside 1200 cm.
 */
final class MixedUnitsRule implements Rule {
  @Override
  public String code() {
    return "mixed-units";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        look(column, CellUnits.of(column), report);
      }
    }
  }

  /** True when the numbers of this column are offered in one unit. */
  static boolean mends(ColumnFacts column) {
    Map<String, BigDecimal> factors = CellUnits.of(column).factors();
    return factors != null && !factors.isEmpty();
  }

  private void look(ColumnFacts column, CellUnits units, Report report) {
    CellUnits.Met wanted = units.wanted();
    Map<String, BigDecimal> factors = units.factors();
    if (wanted == null || (factors != null && factors.isEmpty())) {
      return;
    }
    List<String> others =
        units.met().stream().filter(met -> !met.equals(wanted)).map(CellUnits.Met::sign).toList();
    String listed = others.stream().collect(Collectors.joining(", "));
    if (factors == null) {
      if (units.met().size() > 1) {
        List<String> writings =
            units.met().stream()
                .filter(met -> !met.equals(wanted))
                .flatMap(met -> met.writings().stream())
                .toList();
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("variant", "apart", "unit", wanted.sign(), "others", listed),
            value -> writings.contains(unit(value.toString())));
      }
      return;
    }
    boolean asTitled = wanted.cells() == 0;
    Map<String, String> words =
        Map.of(
            "variant",
            asTitled ? "titled" : "mixed",
            "unit",
            wanted.sign(),
            "others",
            listed,
            "bare",
            Long.toString(units.bare()));
    report.cells(
        this,
        Severity.WARNING,
        column,
        words,
        Remedy.convertOne(false, new Conversion.OneUnit(wanted.sign(), factors), words));
  }

  private static String unit(String text) {
    Numbers.Written number = Numbers.read(text);
    return number == null ? "" : number.unit();
  }
}
