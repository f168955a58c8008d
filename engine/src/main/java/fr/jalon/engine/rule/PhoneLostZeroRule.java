package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A telephone number that lost its first zero: 612345678 for 0612345678. */
final class PhoneLostZeroRule implements Rule {
  @Override
  public String code() {
    return "phone-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.PHONE)) {
      boolean certain = ZeroEvidence.of(facts, column, Code.PHONE).certain();
      Map<String, String> words = ZeroEvidence.words(certain);
      report.cells(
          this,
          Severity.WARNING,
          column,
          words,
          Remedy.convert(certain, new Conversion.RestoreZero(Code.PHONE), words));
    }
  }
}
