package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A postal code that lost its first zero: 1000 for 01000, unless it is that of Brussels. */
final class PostalLostZeroRule implements Rule {
  @Override
  public String code() {
    return "postal-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.POSTAL)) {
      LostZeros.of(facts, column, Code.POSTAL).tell(this, report);
    }
  }
}
