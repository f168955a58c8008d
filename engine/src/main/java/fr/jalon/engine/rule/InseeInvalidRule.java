package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.Map;

/** A commune code that no commune of its département can have. */
final class InseeInvalidRule implements Rule {
  @Override
  public String code() {
    return "insee-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    Kind kind = Kinds.INSEE;
    for (ColumnFacts column : facts.expecting(Kinds.INSEE)) {
      LostZeros codes = LostZeros.of(facts, column, Code.INSEE);
      report.rows(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          codes.invalid(text -> Judging.canonical(kind, text) != null));
    }
  }
}
