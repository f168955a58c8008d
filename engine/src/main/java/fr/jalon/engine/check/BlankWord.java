package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;

/** Words that mean nothing is known ("NC", "néant") in a column of numbers, dates or codes. */
final class BlankWord implements Check {
  @Override
  public String code() {
    return "blank-word";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (isTyped(column)) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            value -> value.length() <= 24 && Blanks.isBlankWord(value.toString()));
      }
    }
  }

  static boolean isTyped(ColumnFacts column) {
    return Kinds.has(column.kind());
  }
}
