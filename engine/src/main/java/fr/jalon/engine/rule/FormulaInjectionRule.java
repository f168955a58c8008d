package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.table.Text;
import java.util.regex.Pattern;

/** A cell that a spreadsheet would run as a formula when the file is opened. */
final class FormulaInjectionRule implements Rule {
  private static final Pattern PHONE = Pattern.compile("\\+[\\d .()-]+");

  /** What follows in a list, an arrow or a rule drawn by hand. */
  private static final String NO_FORMULA = " \u00a0>=-";

  @Override
  public String code() {
    return "formula-injection";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      report.cells(this, Severity.ADVICE, column, FormulaInjectionRule::isFormula);
    }
  }

  private static boolean isFormula(Text value) {
    byte first = value.at(0);
    if (first != '=' && first != '+' && first != '-' && first != '@') {
      return false;
    }
    String text = value.toString().strip();
    boolean couldBeNumber = Numbers.read(text) != null || PHONE.matcher(text).matches();
    boolean lone =
        text.length() < 3 || Blanks.isBlankWord(text) || NO_FORMULA.indexOf(text.charAt(1)) >= 0;
    return !couldBeNumber
        && !lone
        && (first == '=' || text.indexOf('(') > 0 || text.indexOf('|') > 0);
  }
}
