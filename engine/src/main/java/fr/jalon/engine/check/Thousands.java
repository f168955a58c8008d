package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Numbers;

/** Numbers whose thousands are set apart, which most software takes for text. */
final class Thousands implements Check {
  @Override
  public String code() {
    return "thousands";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        boolean commas = NumberColumns.comma(column) == NumberColumns.Comma.THOUSANDS;
        report.cells(this, Severity.WARNING, column, value -> isGrouped(value.toString(), commas));
      }
    }
  }

  private static boolean isGrouped(String text, boolean commas) {
    if (commas && text.indexOf(',') >= 0) {
      return true;
    }
    Numbers.Written number = Numbers.read(text);
    return number != null && number.grouped();
  }
}
