package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.Spaces;
import java.util.Map;

/** Spaces around a text go, and several in a row become one. */
final class TrimSpaces implements Repair {
  @Override
  public String code() {
    return "trim-spaces";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (!column.kind().equals("json")) {
        proposals.cells(this, column, true, Map.of(), Spaces::trimmed);
      }
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, Spaces::trimmed);
  }
}
