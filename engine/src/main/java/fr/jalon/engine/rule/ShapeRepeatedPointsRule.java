package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.OutlineFault;

/** A shape with the same point twice in a row. */
final class ShapeRepeatedPointsRule implements Rule {
  @Override
  public String code() {
    return "shape-repeated-points";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(
        this, Severity.ADVICE, ShapeFaults.REPEATED, OutlineFault.REPEATED, facts, report);
  }
}
