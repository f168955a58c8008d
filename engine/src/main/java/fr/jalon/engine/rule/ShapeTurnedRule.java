package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.OutlineFault;

/** A surface whose outline turns the other way than the standard has it. */
final class ShapeTurnedRule implements Rule {
  @Override
  public String code() {
    return "shape-turned";
  }

  @Override
  public void look(Facts facts, Report report) {
    ShapeFaults.tell(this, Severity.ADVICE, ShapeFaults.TURNED, OutlineFault.TURNED, facts, report);
  }
}
