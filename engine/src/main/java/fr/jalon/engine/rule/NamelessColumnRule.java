package fr.jalon.engine.rule;

import java.util.Map;

/** A column that holds something has no title. */
final class NamelessColumnRule implements Rule {
  @Override
  public String code() {
    return "nameless-column";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      boolean named = facts.reading().headerRows().isEmpty() || !isMadeUp(column);
      if (!named && column.profile().filled() > 0) {
        report.add(this, Severity.WARNING, column, column.profile().filled(), Map.of());
      }
    }
  }

  /** The reader calls a column without a title by its letter. */
  private static boolean isMadeUp(ColumnFacts column) {
    return column.name().equals("colonne_" + column.column().letters());
  }
}
