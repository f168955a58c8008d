package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Blanks;

/** A formula that failed in the spreadsheet left its error in the cell: #N/A, #REF!. */
final class SpreadsheetError implements Check {
  @Override
  public String code() {
    return "excel-error";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      report.cells(
          this,
          Severity.WARNING,
          column,
          value -> value.at(0) == '#' && Blanks.isSpreadsheetError(value.toString()));
    }
  }
}
