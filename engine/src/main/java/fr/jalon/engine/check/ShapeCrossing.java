package fr.jalon.engine.check;

/** A surface whose outline crosses itself. */
final class ShapeCrossing implements Check {
  @Override
  public String code() {
    return "shape-crossing";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.WARNING, ShapeFaults.CROSSING, facts, report);
  }
}
