package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Numbers;

/** Numbers written with a comma, which most software takes for text. */
final class DecimalComma implements Check {
  @Override
  public String code() {
    return "decimal-comma";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        report.cells(this, Severity.WARNING, column, value -> hasComma(value.toString()));
      }
    }
  }

  private static boolean hasComma(String text) {
    Numbers.Written number = Numbers.read(text);
    return number != null && number.commaDecimal();
  }
}
