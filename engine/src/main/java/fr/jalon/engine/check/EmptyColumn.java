package fr.jalon.engine.check;

import java.util.List;
import java.util.Map;

/** Columns in which no cell is filled. */
final class EmptyColumn implements Check {
  @Override
  public String code() {
    return "empty-column";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (facts.rows() == 0) {
      return;
    }
    List<String> empty =
        facts.columns().stream()
            .filter(column -> column.profile().filled() == 0 && column.field() == null)
            .map(ColumnFacts::name)
            .toList();
    if (!empty.isEmpty()) {
      Map<String, String> parameters = Map.of("columns", String.join(", ", empty));
      report.add(this, Severity.ADVICE, null, empty.size(), parameters);
    }
  }
}
