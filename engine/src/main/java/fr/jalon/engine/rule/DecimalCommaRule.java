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
      NumberColumns.Comma comma = NumberColumns.comma(column);
      if (NumberColumns.holds(column) && comma != NumberColumns.Comma.THOUSANDS) {
        boolean doubtful = comma == NumberColumns.Comma.DOUBTFUL;
        Map<String, String> words = doubtful ? Map.of("variant", "doubtful") : Map.of();
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            value -> hasComma(value.toString()),
            Remedy.convert(!doubtful, new Conversion.DecimalPoint(), words));
      }
    }
  }

  private static boolean hasComma(String text) {
    Numbers.Written number = Numbers.read(text);
    return number != null && number.commaDecimal();
  }
}
