package fr.jalon.engine.rule;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Accents were replaced by a question mark before the file came here: they cannot be guessed
 * safely.
 */
final class LostCharactersRule implements Rule {
  private static final Pattern LOST = Pattern.compile("\\uFFFD|(?<![/=&?.])\\b\\p{L}+\\?\\p{Ll}+");

  @Override
  public String code() {
    return "lost-characters";
  }

  private static boolean isLost(String text) {
    boolean suspect = text.indexOf('?') > 0 || text.indexOf('\ufffd') >= 0;
    return suspect && LOST.matcher(text).find();
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (column.kind().equals("text") || column.kind().equals("decimal")) {
        report.cells(this, Severity.WARNING, column, value -> isLost(value.toString()));
      }
      if (LOST.matcher(column.name()).find()) {
        report.add(this, Severity.WARNING, column, Map.of("variant", "header"));
      }
    }
  }
}
