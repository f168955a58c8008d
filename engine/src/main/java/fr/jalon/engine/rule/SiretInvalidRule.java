package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Identifiers;

/** A SIRET whose key is wrong or that has not fourteen digits. */
final class SiretInvalidRule implements Rule {
  @Override
  public String code() {
    return "siret-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("siret")) {
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
    return digits == null || !Identifiers.isSiret(digits);
  }
}
