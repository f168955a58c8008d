package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A SIREN whose key is wrong or that has not nine digits. */
final class SirenInvalidRule implements Rule {
  @Override
  public String code() {
    return "siren-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.SIREN)) {
      report.cells(this, Severity.WARNING, column, value -> isInvalid(value.toString()));
    }
  }

  /** A SIRET in a column of SIREN names the same legal person: it is let through. */
  private static boolean isInvalid(String text) {
    if (Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text)) {
      return false;
    }
    String digits = Identifiers.digitsOf(text);
    boolean right = digits != null && (Identifiers.isSiren(digits) || Identifiers.isSiret(digits));
    return !right
        && Code.SIREN.restored(text).equals(text)
        && Code.SIREN.pointless(text).equals(text);
  }
}
