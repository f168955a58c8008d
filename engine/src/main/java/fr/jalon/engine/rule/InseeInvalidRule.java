package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A commune code that no commune of its département can have. */
final class InseeInvalidRule implements Rule {
  @Override
  public String code() {
    return "insee-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.INSEE)) {
      LostZeros.of(facts, column, Code.INSEE).tellInvalid(this, report);
    }
  }
}
