package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.schema.Field;
import java.util.HashMap;
import java.util.Map;

/** Yes and no are not written in one way, or not in the way the national model wants. */
final class BooleanFormRule implements Rule {
  @Override
  public String code() {
    return "boolean-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.BOOLEAN)) {
      Field field = column.field();
      if (field != null && !field.trueValues().isEmpty()) {
        Conversion.WriteBooleans wanted = wanted(column, field);
        Map<String, String> pairs = pairs(column, field, wanted);
        Map<String, String> words = Map.of("yes", wanted.yes(), "no", wanted.no());
        boolean certain = areAnswers(column, field, pairs);
        report.cells(this, Severity.WARNING, column, words, Remedy.map(certain, pairs, words));
      } else {
        oneWay(column, report);
      }
    }
  }

  /** "F" says no where all the others say yes or no, and something else beside "M". */
  private static boolean areAnswers(ColumnFacts column, Field field, Map<String, String> pairs) {
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString();
      String bare = text.strip();
      boolean answer =
          pairs.containsKey(text)
              || field.trueValues().contains(bare)
              || field.falseValues().contains(bare)
              || Blanks.isBlankWord(bare);
      if (!answer) {
        return false;
      }
    }
    return column.values().complete();
  }

  /** Without a model, the way most of the column is written may be asked for. */
  private void oneWay(ColumnFacts column, Report report) {
    Answers answers = column.values().complete() ? Answers.of(column.values()) : null;
    if (answers != null && !answers.pairs().isEmpty() && !YesOrNothingRule.isMarked(column)) {
      Map<String, String> words =
          Map.of("yes", answers.yes(), "no", answers.no(), "variant", "mixed");
      report.cells(
          this, Severity.WARNING, column, words, Remedy.map(false, answers.pairs(), words));
    }
  }

  /**
   * Of the ways that the model admits, the one most met in the column, so that it ends up written
   * in one; the model's first when none is.
   */
  private static Conversion.WriteBooleans wanted(ColumnFacts column, Field field) {
    int ways = Math.min(field.trueValues().size(), field.falseValues().size());
    int most = 0;
    long met = 0;
    for (int way = 0; way < ways; way++) {
      long cells = met(column, field.trueValues().get(way), field.falseValues().get(way));
      if (cells > met) {
        most = way;
        met = cells;
      }
    }
    return new Conversion.WriteBooleans(
        field.trueValues().get(most), field.falseValues().get(most));
  }

  private static long met(ColumnFacts column, String yes, String no) {
    long cells = 0;
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString().strip();
      cells += text.equals(yes) || text.equals(no) ? column.values().count(index) : 0;
    }
    return cells;
  }

  /** Each answer written otherwise than the model admits, and how it wants it. */
  private static Map<String, String> pairs(
      ColumnFacts column, Field field, Conversion.WriteBooleans wanted) {
    Map<String, String> pairs = new HashMap<>();
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString();
      String written = wanted.convert(text);
      boolean right = field.trueValues().contains(text) || field.falseValues().contains(text);
      if (!right && !written.equals(text)) {
        pairs.put(text, written);
      }
    }
    return pairs;
  }
}
