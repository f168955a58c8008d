package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A commune code that lost its first zero: 1001 for 01001. */
final class InseeLostZeroRule implements Rule {
  @Override
  public String code() {
    return "insee-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.INSEE)) {
      LostZeros.of(facts, column, Code.INSEE).tell(this, report);
    }
  }
}
