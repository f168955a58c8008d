package fr.jalon.engine.check;

import java.util.Map;

/** A column in which no cell is filled. */
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
    for (ColumnFacts column : facts.columns()) {
      if (column.profile().filled() == 0 && column.field() == null) {
        report.add(this, Severity.ADVICE, column, facts.rows(), Map.of());
      }
    }
  }
}
