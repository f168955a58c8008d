package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Dates;
import java.time.LocalDate;
import java.util.Map;

/** Numbers of days become dates: 44593 becomes 2022-02-01. */
final class ReadSpreadsheetDates implements Repair {
  @Override
  public String code() {
    return "excel-serial-dates";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.expecting("date")) {
      proposals.cells(this, column, false, Map.of(), ReadSpreadsheetDates::read);
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, ReadSpreadsheetDates::read);
  }

  private static String read(String text) {
    LocalDate date = Dates.ofSerial(text);
    return date == null ? text : date.toString();
  }
}
