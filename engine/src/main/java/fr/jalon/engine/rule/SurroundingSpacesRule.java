package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** Spaces around a text, or several in a row. */
final class SurroundingSpacesRule implements Rule {
  @Override
  public String code() {
    return "surrounding-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    Conversion.TrimSpaces trim = new Conversion.TrimSpaces();
    for (ColumnFacts column : facts.columns()) {
      if (column.kind() == Kinds.TEXT) {
        SpacesEvidence evidence = new SpacesEvidence(column.values());
        report.cells(
            this,
            Severity.ADVICE,
            column,
            evidence::see,
            trim::convert,
            () -> remedy(trim, evidence));
      } else if (column.kind() != Kinds.JSON) {
        report.cells(this, Severity.ADVICE, column, Map.of(), Remedy.convert(true, trim));
      }
    }
  }

  private static Remedy remedy(Conversion trim, SpacesEvidence evidence) {
    String doubt =
        evidence.showsLevels()
            ? "levels"
            : evidence.showsCodes() ? "codes" : evidence.showsParts() ? "parts" : "";
    Map<String, String> words = doubt.isEmpty() ? Map.of() : Map.of("variant", doubt);
    return Remedy.convert(doubt.isEmpty(), trim, words);
  }
}
