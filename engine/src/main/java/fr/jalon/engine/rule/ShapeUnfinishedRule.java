package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.OutlineFault;

/** A surface whose outline is not closed, or a shape of too few points. */
final class ShapeUnfinishedRule implements Rule {
  @Override
  public String code() {
    return "shape-unfinished";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(
        this, Severity.WARNING, ShapeFaults.UNFINISHED, OutlineFault.OPEN, facts, report);
  }
}
