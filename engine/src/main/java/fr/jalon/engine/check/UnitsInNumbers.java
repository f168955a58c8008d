package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Numbers;

/** A unit or a currency is written in the cell, beside the number. */
final class UnitsInNumbers implements Check {
  @Override
  public String code() {
    return "units-in-numbers";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        report.cells(this, Severity.WARNING, column, value -> hasUnit(value.toString()));
      }
    }
  }

  private static boolean hasUnit(String text) {
    Numbers.Written number = Numbers.read(text);
    return number != null && !number.unit().isEmpty();
  }
}
