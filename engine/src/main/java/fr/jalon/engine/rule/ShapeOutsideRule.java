package fr.jalon.engine.rule;

/** A shape whose coordinates are no longitude and latitude. */
final class ShapeOutsideRule implements Rule {
  @Override
  public String code() {
    return "shape-outside";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.WARNING, ShapeFaults.OUTSIDE, facts, report);
  }
}
