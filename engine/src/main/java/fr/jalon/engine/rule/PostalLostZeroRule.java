package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A postal code that lost its first zero: 1000 for 01000. */
final class PostalLostZeroRule implements Rule {
  @Override
  public String code() {
    return "postal-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("postal")) {
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          Remedy.convert(true, new Conversion.RestoreZero(Code.POSTAL)));
    }
  }
}
