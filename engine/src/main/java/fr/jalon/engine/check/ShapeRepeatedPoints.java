package fr.jalon.engine.check;

/** A shape with the same point twice in a row. */
final class ShapeRepeatedPoints implements Check {
  @Override
  public String code() {
    return "shape-repeated-points";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.ADVICE, ShapeFaults.REPEATED, facts, report);
  }
}
