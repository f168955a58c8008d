package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A code that a software took for a decimal number: "45234.0" for 45234. */
final class CodePointZeroRule implements Rule {
  @Override
  public String code() {
    return "code-point-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Code code : Code.values()) {
      for (ColumnFacts column : facts.expecting(code.kind())) {
        boolean certain = isCertain(facts, column, code);
        Map<String, String> words = ZeroEvidence.words(certain);
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            Remedy.convert(certain, new Conversion.DropPointZero(code), words));
      }
    }
  }

  /**
   * Decimals that say nothing are lost without harm; a first zero must be certain where it goes.
   */
  private static boolean isCertain(Facts facts, ColumnFacts column, Code code) {
    return switch (code) {
      case INSEE, POSTAL, DEPARTEMENT -> true;
      case SIREN, SIRET, PHONE -> {
        ZeroEvidence evidence = ZeroEvidence.of(facts, column, code);
        yield evidence.certain() || (evidence.whole() && evidence.lost() == 0);
      }
    };
  }
}
