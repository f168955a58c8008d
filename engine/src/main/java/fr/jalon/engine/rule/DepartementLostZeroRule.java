package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.Set;

/** A département that lost its zero: 1 for 01. */
final class DepartementLostZeroRule implements Rule {
  /** A header that says so counts something of each département. */
  private static final Set<String> COUNTS =
      Set.of("nombre", "nb", "nbre", "total", "effectif", "montant", "taux", "part", "population");

  @Override
  public String code() {
    return "departement-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.DEPARTEMENT)) {
      if (!column.header().hasAny(COUNTS)) {
        LostZeros.of(facts, column, Code.DEPARTEMENT).tell(this, report);
      }
    }
  }
}
