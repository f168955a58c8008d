package fr.jalon.engine.rule;

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
      if (!column.kind().equals("json")) {
        report.cells(
            this,
            Severity.ADVICE,
            column,
            Map.of(),
            Remedy.convert(true, new Conversion.TrimSpaces()));
      }
    }
  }
}
