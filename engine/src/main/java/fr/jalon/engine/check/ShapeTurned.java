package fr.jalon.engine.check;

/** A surface whose outline turns the other way than the standard has it. */
final class ShapeTurned implements Check {
  @Override
  public String code() {
    return "shape-turned";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.ADVICE, ShapeFaults.TURNED, facts, report);
  }
}
