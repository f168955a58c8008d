package fr.jalon.engine.rule;

import fr.jalon.engine.profile.RowHashes;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.SetAsideRows;
import java.util.List;
import java.util.Map;

/** Rows wholly equal to one before them. */
final class DuplicateRowsRule implements Rule {
  @Override
  public String code() {
    return "duplicate-rows";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (facts.profiling().duplicateRows() > 0) {
      RowHashes hashes = new RowHashes();
      report.setAside(
          this,
          Severity.WARNING,
          Map::of,
          List::of,
          hashes::add,
          () -> true,
          () -> false,
          new SetAsideRows(new Criterion.Repeated()));
    }
  }
}
