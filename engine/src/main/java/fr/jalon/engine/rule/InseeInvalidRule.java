package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A commune code that no commune of its département can have. */
final class InseeInvalidRule implements Rule {
  @Override
  public String code() {
    return "insee-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("insee")) {
      report.cells(this, Severity.WARNING, column, value -> isInvalid(value.toString()));
    }
  }

  private static boolean isInvalid(String text) {
    return Judging.canonical(Kinds.get("insee"), text) == null
        && Code.INSEE.restored(text).equals(text)
        && !Blanks.isBlankWord(text)
        && !Blanks.isSpreadsheetError(text);
  }
}
