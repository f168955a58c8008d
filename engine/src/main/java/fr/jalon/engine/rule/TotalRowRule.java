package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.SetAsideRows;
import java.util.List;

/** A row of totals among the data: whoever adds the column counts everything twice. */
final class TotalRowRule implements Rule {
  @Override
  public String code() {
    return "total-row";
  }

  @Override
  public void look(Facts facts, Report report) {
    TotalRows totals = TotalRows.of(facts);
    if (totals != null) {
      report.setAside(
          this,
          Severity.WARNING,
          totals::verdict,
          totals::checked,
          totals,
          totals::proved,
          new SetAsideRows(
              new Criterion.Totals(references(totals.labels()), references(totals.filled()))));
    }
  }

  private static List<ColumnRef> references(List<ColumnFacts> columns) {
    return columns.stream().map(column -> ColumnRef.of(column.column())).toList();
  }
}
