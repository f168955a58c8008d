package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;

/** A postal code that is neither French nor, as far as the row tells, of another country. */
final class PostalInvalidRule implements Rule {
  @Override
  public String code() {
    return "postal-invalid";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.POSTAL)) {
      LostZeros.of(facts, column, Code.POSTAL).tellInvalid(this, report);
    }
  }
}
