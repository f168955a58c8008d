package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Dates;

/** A number of days as spreadsheets keep dates: 44593 for 1 February 2022. */
final class SpreadsheetDate implements Check {
  @Override
  public String code() {
    return "excel-serial-date";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("date")) {
      report.cells(
          this, Severity.WARNING, column, value -> Dates.ofSerial(value.toString()) != null);
    }
  }
}
