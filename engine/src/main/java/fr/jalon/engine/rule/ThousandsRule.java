package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Commas;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** Numbers whose thousands are set apart, which most software takes for text. */
final class ThousandsRule implements Rule {
  @Override
  public String code() {
    return "thousands";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        NumberColumns.Comma comma = NumberColumns.comma(column);
        boolean sure = comma != NumberColumns.Comma.DOUBTFUL;
        Commas commas = comma == NumberColumns.Comma.DECIMAL ? Commas.DECIMAL : Commas.THOUSANDS;
        Map<String, String> words = sure ? Map.of() : Map.of("variant", "doubtful");
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            Remedy.convert(sure, new Conversion.JoinGroups(commas), words));
      }
    }
  }
}
