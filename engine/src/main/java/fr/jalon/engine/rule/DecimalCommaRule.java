package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** Numbers written with a comma, which most software takes for text. */
final class DecimalCommaRule implements Rule {
  @Override
  public String code() {
    return "decimal-comma";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        look(column, report);
      }
    }
  }

  private void look(ColumnFacts column, Report report) {
    Conversion.DecimalPoint mend = new Conversion.DecimalPoint();
    switch (NumberColumns.comma(column)) {
      case DECIMAL -> {
        boolean whole = column.values().complete();
        Map<String, String> words = whole ? Map.of() : Map.of("variant", "partly-seen");
        report.cells(this, Severity.WARNING, column, Map.of(), Remedy.convert(whole, mend, words));
      }
      case DOUBTFUL -> {
        Map<String, String> words = Map.of("variant", "doubtful");
        report.cells(this, Severity.WARNING, column, words, Remedy.convert(false, mend, words));
      }
      case BOTH ->
          report.cells(
              this,
              Severity.WARNING,
              column,
              Map.of("variant", "both"),
              value -> isParted(value.toString()));
      case THOUSANDS -> {
        // told by the rule of thousands
      }
    }
  }

  private static boolean isParted(String text) {
    return text.indexOf(',') >= 0 && Numbers.read(text) != null;
  }
}
