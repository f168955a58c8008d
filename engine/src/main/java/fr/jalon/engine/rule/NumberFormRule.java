package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Conversion.WriteSigns.Signs;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers with a sign or a point where software does not look for it: "12-", "(12)", "− 12", "+5",
 * ".5".
 */
final class NumberFormRule implements Rule {
  private static final Pattern DECIMALS = Pattern.compile("[.,]\\d");

  @Override
  public String code() {
    return "number-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        boolean doubtful = isDoubtful(column);
        Map<String, String> words = doubtful ? Map.of("variant", "doubtful") : Map.of();
        look(Signs.PLAIN, column.values().complete() && !doubtful, words, column, report);
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

  /**
   * "+32475123456" may be called, "+65" may mean that many and more, and "1." and "2." may only
   * number lines: there are then no decimals in the column.
   */
  private static boolean isDoubtful(ColumnFacts column) {
    NumberTitle title = NumberTitle.of(column);
    boolean plus = false;
    boolean called = false;
    boolean pointed = false;
    boolean decimals = false;
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString().strip();
      plus |= text.startsWith("+");
      called |= Numbers.mayBeCalled(text);
      pointed |= text.endsWith(".");
      decimals |= DECIMALS.matcher(text).find();
    }
    return called
        || title.saysName()
        || (plus && title.isOpenEnded())
        || (pointed && !decimals && !title.saysQuantity());
  }
}
