package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Code;

/** A département that lost its zero: 1 for 01. */
final class DepartementLostZeroRule implements Rule {
  @Override
  public String code() {
    return "departement-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("departement")) {
      LostZeros.of(facts, column, Code.DEPARTEMENT).tell(this, report);
    }
  }
}
