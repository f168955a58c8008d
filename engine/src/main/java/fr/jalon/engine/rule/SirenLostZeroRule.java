package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A SIREN that lost its first zero: eight figures whose key is right once it is back. */
final class SirenLostZeroRule implements Rule {
  @Override
  public String code() {
    return "siren-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.SIREN)) {
      boolean certain = ZeroEvidence.of(facts, column, Code.SIREN).certain();
      Map<String, String> words = ZeroEvidence.words(certain);
      report.cells(
          this,
          Severity.WARNING,
          column,
          words,
          Remedy.convert(certain, new Conversion.RestoreZero(Code.SIREN), words));
    }
  }
}
