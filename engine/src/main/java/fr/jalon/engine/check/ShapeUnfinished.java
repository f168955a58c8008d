package fr.jalon.engine.check;

/** A surface whose outline is not closed, or a shape of too few points. */
final class ShapeUnfinished implements Check {
  @Override
  public String code() {
    return "shape-unfinished";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.WARNING, ShapeFaults.UNFINISHED, facts, report);
  }
}
