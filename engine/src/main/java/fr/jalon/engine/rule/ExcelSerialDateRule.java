package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A number of days as spreadsheets keep dates: 44593 for 1 February 2022. */
final class ExcelSerialDateRule implements Rule {
  @Override
  public String code() {
    return "excel-serial-date";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.DATE)) {
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          Remedy.convertOne(false, new Conversion.ReadDayNumbers(), Map.of()));
    }
  }
}
