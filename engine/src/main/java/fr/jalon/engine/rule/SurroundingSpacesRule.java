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
    for (ColumnFacts column : facts.columns()) {
      if (column.kind() == Kinds.TEXT) {
        SpacesEvidence evidence = new SpacesEvidence(column.values());
        KeptGaps gaps = KeptGaps.of(column.values());
        Conversion trim = new Conversion.TrimSpaces(gaps.wordings());
        report.cells(
            this,
            Severity.ADVICE,
            column,
            evidence::see,
            trim::convert,
            () -> remedy(trim, evidence, gaps));
      } else if (column.kind() != Kinds.JSON) {
        report.cells(
            this,
            Severity.ADVICE,
            column,
            Map.of(),
            Remedy.convert(true, new Conversion.TrimSpaces()));
      }
    }
  }

  private static Remedy remedy(Conversion trim, SpacesEvidence evidence, KeptGaps gaps) {
    String doubt =
        evidence.showsLevels()
            ? "levels"
            : evidence.showsCodes()
                ? "codes"
                : evidence.showsParts() ? "parts" : gaps.everywhere() ? "alike" : "";
    Map<String, String> words = doubt.isEmpty() ? Map.of() : Map.of("variant", doubt);
    return Remedy.convert(doubt.isEmpty(), trim, words);
  }
}
