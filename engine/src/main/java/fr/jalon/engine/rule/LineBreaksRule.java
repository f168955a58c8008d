package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;
import java.util.Set;

/** Texts of several lines in one cell, which many programs take for several rows. */
final class LineBreaksRule implements Rule {
  private static final Set<Kind> STRUCTURED = Set.of(Kinds.JSON, Kinds.GEOMETRY);

  @Override
  public String code() {
    return "line-breaks";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (!STRUCTURED.contains(column.kind())) {
        report.cells(
            this,
            Severity.ADVICE,
            column,
            Map.of(),
            Remedy.convert(false, new Conversion.JoinLines()));
      }
    }
  }
}
