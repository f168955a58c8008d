package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/**
 * Numbers with a sign or a point where software does not look for it: "12-", "(12)", "− 12", "+5",
 * ".5".
 */
final class NumberFormRule implements Rule {
  private static final Conversion.WriteSigns MEND = new Conversion.WriteSigns();

  @Override
  public String code() {
    return "number-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (!NumberColumns.holds(column)) {
        continue;
      }
      String doubtful = doubtful(column);
      Map<String, String> words =
          doubtful.isEmpty()
              ? Map.of()
              : Map.of(
                  "variant", "doubtful", "example", doubtful, "read", MEND.convert(doubtful));
      boolean certain = doubtful.isEmpty() && column.values().complete();
      report.cells(
          this, Severity.WARNING, column, words, Remedy.convertOne(certain, MEND, words));
    }
  }

  /** The first number whose sign is a convention of some trade, "" when there is none. */
  private static String doubtful(ColumnFacts column) {
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString().strip();
      if (!MEND.convert(text).equals(text) && isConvention(Numbers.spacesMadePlain(text))) {
        return text;
      }
    }
    return "";
  }

  /** Parentheses, a minus behind, a hyphen and a space: a debt, a remark, or a line of a list. */
  private static boolean isConvention(String text) {
    char last = text.charAt(text.length() - 1);
    return text.startsWith("(") || last == '-' || last == '\u2212' || text.startsWith("- ");
  }
}
