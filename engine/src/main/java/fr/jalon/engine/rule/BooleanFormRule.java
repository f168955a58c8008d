package fr.jalon.engine.rule;

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
    for (ColumnFacts column : facts.expecting("boolean")) {
      Field field = column.field();
      if (field != null && !field.trueValues().isEmpty()) {
        Map<String, String> pairs = pairs(column, field);
        Map<String, String> words =
            Map.of("yes", field.trueValues().get(0), "no", field.falseValues().get(0));
        report.cells(this, Severity.WARNING, column, words, Remedy.map(true, pairs, words));
      } else {
        oneWay(column, report);
      }
    }
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

  /** Each answer written otherwise than the model admits, and how it wants it. */
  private static Map<String, String> pairs(ColumnFacts column, Field field) {
    Map<String, String> pairs = new HashMap<>();
    Conversion.WriteBooleans wanted =
        new Conversion.WriteBooleans(field.trueValues().get(0), field.falseValues().get(0));
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
