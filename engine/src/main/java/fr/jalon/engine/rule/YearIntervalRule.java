package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Schema;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years of a budget that do not follow one another. */
final class YearIntervalRule implements Rule {
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:/(\\d{4}))?");

  @Override
  public String code() {
    return "year-interval";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Schema.Rule rule : SchemaRules.named(facts, "year-interval-value")) {
      ColumnFacts column = facts.answering(rule.get("column"));
      if (column != null) {
        boolean yearAlone = !rule.get("allow-year-only").isEmpty();
        report.cells(
            this,
            Severity.WARNING,
            column,
            value -> !isInterval(value.toString().strip(), yearAlone));
      }
    }
  }

  private static boolean isInterval(String text, boolean yearAlone) {
    Matcher years = YEARS.matcher(text);
    if (!years.matches()) {
      return true;
    }
    String last = years.group(2);
    return last == null ? yearAlone : years.group(1).compareTo(last) < 0;
  }
}
