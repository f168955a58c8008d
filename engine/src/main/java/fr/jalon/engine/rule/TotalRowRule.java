package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.SetAsideRows;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A row of totals among the data: whoever adds the column counts everything twice. */
final class TotalRowRule implements Rule {
  @Override
  public String code() {
    return "total-row";
  }

  @Override
  public void look(Facts facts, Report report) {
    TotalRows marked = TotalRows.of(facts, false);
    TotalRows all = TotalRows.of(facts, true);
    if (marked != null && all != null) {
      BooleanSupplier fullOnes = () -> all.hasFullOnes() && all.areTotals();
      setAside(report, marked, () -> !fullOnes.getAsBoolean() && marked.areTotals());
      setAside(report, all, fullOnes);
    }
  }

  private void setAside(Report report, TotalRows totals, BooleanSupplier told) {
    report.setAside(
        this,
        Severity.WARNING,
        totals::verdict,
        totals::checked,
        totals,
        told,
        totals::proved,
        new SetAsideRows(
            new Criterion.Totals(
                references(totals.labels()), references(totals.filled()), totals.whole())));
  }

  private static List<ColumnRef> references(List<ColumnFacts> columns) {
    return columns.stream().map(column -> ColumnRef.of(column.column())).toList();
  }
}
