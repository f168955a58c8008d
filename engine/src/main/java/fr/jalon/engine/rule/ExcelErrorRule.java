package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A formula of the spreadsheet failed: "#REF!", "#N/A"… */
final class ExcelErrorRule implements Rule {
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
          Map.of(),
          Remedy.convert(
              false, new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.FORMULA_ERRORS)));
    }
  }
}
