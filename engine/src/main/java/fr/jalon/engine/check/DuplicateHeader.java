package fr.jalon.engine.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Two columns bear the same name, so a reader cannot tell them apart. */
final class DuplicateHeader implements Check {
  @Override
  public String code() {
    return "duplicate-header";
  }

  @Override
  public void look(Facts facts, Report report) {
    Set<String> seen = new HashSet<>();
    for (ColumnFacts column : facts.columns()) {
      if (!seen.add(column.name())) {
        report.add(this, Severity.WARNING, column, Map.of());
      }
    }
  }
}
