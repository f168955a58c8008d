package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.LostZero;
import java.util.Map;

/** Commune codes get their first zero back: 1001 becomes 01001. */
final class RestoreInseeZero implements Repair {
  @Override
  public String code() {
    return "restore-insee-zero";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.expecting("insee")) {
      proposals.cells(this, column, true, Map.of(), RestoreInseeZero::restored);
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, RestoreInseeZero::restored);
  }

  private static String restored(String text) {
    return LostZero.inInsee(text) ? "0" + text.strip() : text;
  }
}
