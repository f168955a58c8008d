package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;

/** A postal code that is not five digits. */
final class PostalInvalid implements Check {
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
        && !LostZero.inPostal(text)
        && !Blanks.isBlankWord(text)
        && !Blanks.isSpreadsheetError(text);
  }
}
