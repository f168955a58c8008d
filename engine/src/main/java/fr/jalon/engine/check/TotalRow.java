package fr.jalon.engine.check;

/** A row of totals among the data: whoever adds the column counts everything twice. */
final class TotalRow implements Check {
  @Override
  public String code() {
    return "total-row";
  }

  @Override
  public void look(Facts facts, Report report) {
    TotalRows totals = TotalRows.of(facts);
    if (totals != null) {
      report.rows(this, Severity.WARNING, null, totals::verdict, totals);
    }
  }
}
