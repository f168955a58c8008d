package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Code;

/** A postal code that lost its first zero: 1000 for 01000, unless it is that of Brussels. */
final class PostalLostZeroRule implements Rule {
  @Override
  public String code() {
    return "postal-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("postal")) {
      LostZeros.of(facts, column, Code.POSTAL).tell(this, report);
    }
  }
}
