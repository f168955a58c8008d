package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.Map;

/** A postal code that is neither French nor, as far as the row tells, of another country. */
final class PostalInvalidRule implements Rule {
  @Override
  public String code() {
    return "postal-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    Kind kind = Kinds.POSTAL;
    for (ColumnFacts column : facts.expecting(Kinds.POSTAL)) {
      LostZeros codes = LostZeros.of(facts, column, Code.POSTAL);
      report.rows(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          codes.invalid(text -> Judging.canonical(kind, text) != null));
    }
  }
}
