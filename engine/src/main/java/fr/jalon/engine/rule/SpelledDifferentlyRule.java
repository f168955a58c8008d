package fr.jalon.engine.rule;

import java.util.Map;

/** The same thing is written in several ways, which split counts and filters. */
final class SpelledDifferentlyRule implements Rule {
  @Override
  public String code() {
    return "spelled-differently";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("text")) {
      Map<String, String> preferred = Spellings.preferred(column.values());
      if (!preferred.isEmpty()) {
        report.cells(
            this, Severity.ADVICE, column, Map.of(), Remedy.map(false, preferred, Map.of()));
      }
    }
  }
}
