package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A postal code that is not five digits. */
final class PostalInvalidRule implements Rule {
  @Override
  public String code() {
    return "postal-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("postal")) {
      report.cells(this, Severity.WARNING, column, value -> isInvalid(value.toString()));
    }
  }

  private static boolean isInvalid(String text) {
    return Judging.canonical(Kinds.get("postal"), text) == null
        && Code.POSTAL.restored(text).equals(text)
        && !Blanks.isBlankWord(text)
        && !Blanks.isSpreadsheetError(text);
  }
}
