package fr.jalon.engine.rule;

/** A surface whose outline crosses itself. */
final class ShapeCrossingRule implements Rule {
  @Override
  public String code() {
    return "shape-crossing";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.WARNING, ShapeFaults.CROSSING, facts, report);
  }
}
