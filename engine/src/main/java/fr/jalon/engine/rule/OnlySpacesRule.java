package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Conversion;

/** Cells of unbreakable spaces: they look empty and are not. Told once for all columns. */
final class OnlySpacesRule implements Rule {
  @Override
  public String code() {
    return "only-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    report.together(
        this,
        Severity.ADVICE,
        facts.columns(),
        Remedy.convert(true, new Conversion.EmptyOut(Conversion.EmptyOut.Nothing.SPACES)));
  }
}
