package fr.jalon.engine.check;

/** A shape whose coordinates are no longitude and latitude. */
final class ShapeOutside implements Check {
  @Override
  public String code() {
    return "shape-outside";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.WARNING, ShapeFaults.OUTSIDE, facts, report);
  }
}
