package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Numbers;
import java.util.Map;

/** Numbers written with a comma, which most software takes for text. */
final class DecimalComma implements Check {
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
        report.cells(
            this,
            Severity.WARNING,
            column,
            doubtful ? Map.of("variant", "doubtful") : Map.of(),
            value -> hasComma(value.toString()));
      }
    }
  }

  private static boolean hasComma(String text) {
    Numbers.Written number = Numbers.read(text);
    return number != null && number.commaDecimal();
  }
}
