package fr.jalon.engine.repair;

import fr.jalon.engine.check.BlankWord;
import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Blanks;
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
      if (BlankWord.isTyped(column)) {
        proposals.cells(this, column, false, Map.of(), EmptyOut::emptied);
      } else {
        proposals.cells(this, column, false, Map.of("only", "errors"), EmptyOut::withoutErrors);
      }
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    boolean errorsOnly = step.parameters().containsKey("only");
    plan.change(step, errorsOnly ? EmptyOut::withoutErrors : EmptyOut::emptied);
  }

  private static String emptied(String text) {
    return Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text) ? "" : text;
  }

  /** In a column of texts "néant" may mean something; an error of a formula never does. */
  private static String withoutErrors(String text) {
    return Blanks.isSpreadsheetError(text) ? "" : text;
  }
}
