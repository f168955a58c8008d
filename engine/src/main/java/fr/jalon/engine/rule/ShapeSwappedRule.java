package fr.jalon.engine.rule;

/** A shape whose latitude stands before its longitude, which puts it far from France. */
final class ShapeSwappedRule implements Rule {
  @Override
  public String code() {
    return "shape-swapped";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.WARNING, ShapeFaults.SWAPPED, facts, report);
  }
}
