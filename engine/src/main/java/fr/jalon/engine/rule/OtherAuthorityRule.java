package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.schema.Field;
import java.util.Map;

/** The data bear the SIRET of another authority than the one that deposits them. */
final class OtherAuthorityRule implements Rule {
  @Override
  public String code() {
    return "other-authority";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    Facts.Owner owner = facts.owner();
    if (owner == null || facts.schema() == null) {
      return;
    }
    for (ColumnFacts column : facts.columns()) {
      if (column.field() != null && column.field().giver() == Field.Giver.SIRET) {
        report.cells(
            this,
            Severity.ERROR,
            column,
            Map.of("owner", owner.name(), "siren", owner.siren()),
            value -> isOther(value.toString(), owner.siren()));
      }
    }
  }

  private static boolean isOther(String text, String siren) {
    String digits = Identifiers.digitsOf(text);
    return digits != null && Identifiers.isSiret(digits) && !digits.startsWith(siren);
  }
}
