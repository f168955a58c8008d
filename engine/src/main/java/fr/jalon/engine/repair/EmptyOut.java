package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.Map;

/**
 * Words that mean "nothing known" and errors of formulas leave their cells empty, so that a column
 * of numbers or dates is one.
 */
final class EmptyOut implements Repair {
  @Override
  public String code() {
    return "empty-out";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (Kinds.has(column.kind())) {
        proposals.cells(this, column, false, Map.of(), EmptyOut::emptied);
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, EmptyOut::emptied);
  }

  private static String emptied(String text) {
    return Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text) ? "" : text;
  }
}
