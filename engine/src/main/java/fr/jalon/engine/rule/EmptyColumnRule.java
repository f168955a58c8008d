package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.DropColumns;
import java.util.List;
import java.util.Map;

/** Columns in which no cell is filled. */
final class EmptyColumnRule implements Rule {
  /** One row that leaves a cell blank says nothing of its column. */
  private static final int FEWEST_ROWS = 2;

  @Override
  public String code() {
    return "empty-column";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (facts.rows() < FEWEST_ROWS) {
      return;
    }
    List<ColumnFacts> empty =
        facts.columns().stream()
            .filter(column -> column.profile().filled() == 0 && column.field() == null)
            .toList();
    if (empty.isEmpty() || empty.size() == facts.columns().size()) {
      return;
    }
    String names = String.join(", ", empty.stream().map(ColumnFacts::name).toList());
    DropColumns mend =
        new DropColumns(empty.stream().map(column -> ColumnRef.of(column.column())).toList());
    // a name says that something is meant to come: only nameless columns are surely nothing
    boolean certain = empty.stream().allMatch(column -> column.column().isNameless());
    report.add(
        this,
        Severity.ADVICE,
        null,
        empty.size(),
        Map.of("columns", names),
        new Report.Whole(code(), mend, certain, Map.of(), empty.size(), List.of()));
  }
}
