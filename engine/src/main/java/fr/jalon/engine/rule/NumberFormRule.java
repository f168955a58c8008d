package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Conversion.WriteSigns.Signs;
import java.util.Map;

/**
 * Numbers with a sign or a point where software does not look for it: "12-", "(12)", "− 12", "+5",
 * ".5".
 */
final class NumberFormRule implements Rule {
  @Override
  public String code() {
    return "number-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        boolean whole = column.values().complete();
        look(Signs.PLAIN, whole, Map.of(), column, report);
        // parentheses may hold a remark, a hyphen may begin a line of a list
        look(Signs.CUSTOMARY, false, Map.of("variant", "customary"), column, report);
      }
    }
  }

  private void look(
      Signs signs, boolean certain, Map<String, String> words, ColumnFacts column, Report report) {
    report.cells(
        this,
        Severity.WARNING,
        column,
        words,
        Remedy.convert(certain, new Conversion.WriteSigns(signs), words));
  }
}
