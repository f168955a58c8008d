package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Dates;

/** A date before 1900, often a year typed with a digit missing. */
final class DateAncientRule implements Rule {
  @Override
  public String code() {
    return "date-ancient";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("date")) {
      report.cells(this, Severity.WARNING, column, value -> isAncient(value.toString()));
    }
  }

  private static boolean isAncient(String text) {
    Dates.Written date = Dates.read(text);
    return date != null && date.date().getYear() < 1900;
  }
}
