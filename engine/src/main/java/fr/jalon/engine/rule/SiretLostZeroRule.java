package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A SIRET that lost its first zero: thirteen figures whose key is right once it is back. */
final class SiretLostZeroRule implements Rule {
  @Override
  public String code() {
    return "siret-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.SIRET)) {
      boolean certain = ZeroEvidence.of(facts, column, Code.SIRET).certain();
      Map<String, String> words = ZeroEvidence.words(certain);
      report.cells(
          this,
          Severity.WARNING,
          column,
          words,
          Remedy.convert(certain, new Conversion.RestoreZero(Code.SIRET), words));
    }
  }
}
