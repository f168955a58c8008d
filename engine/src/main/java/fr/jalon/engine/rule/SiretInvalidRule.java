package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/**
 * A SIRET whose key is wrong or that has not fourteen digits, and that no missing zero explains.
 */
final class SiretInvalidRule implements Rule {
  @Override
  public String code() {
    return "siret-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.SIRET)) {
      report.cells(this, Severity.WARNING, column, value -> isInvalid(value.toString()));
    }
  }

  static boolean isInvalid(String text) {
    if (Blanks.isBlankWord(text)
        || Blanks.isSpreadsheetError(text)
        || SiretRoundedRule.isRounded(text)) {
      return false;
    }
    String digits = Identifiers.digitsOf(text);
    boolean right = digits != null && Identifiers.isSiret(digits);
    return !right
        && Code.SIRET.restored(text).equals(text)
        && Code.SIRET.pointless(text).equals(text);
  }
}
