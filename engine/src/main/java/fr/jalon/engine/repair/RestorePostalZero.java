package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.LostZero;
import java.util.Map;

/** Postal codes get their first zero back: 1000 becomes 01000. */
final class RestorePostalZero implements Repair {
  @Override
  public String code() {
    return "restore-postal-zero";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.expecting("postal")) {
      proposals.cells(this, column, true, Map.of(), RestorePostalZero::restored);
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, RestorePostalZero::restored);
  }

  private static String restored(String text) {
    return LostZero.inPostal(text) ? "0" + text.strip() : text;
  }
}
