package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.schema.Field;
import java.util.Map;

/** A text longer than the national model allows. */
final class TooLongRule implements Rule {
  @Override
  public String code() {
    return "too-long";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      Integer maximum = field == null ? null : field.constraints().maxLength();
      if (maximum != null && column.profile().longest() > maximum) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("maximum", maximum.toString()),
            value -> {
              String text = value.toString();
              return text.codePoints().count() > maximum && !Blanks.isBlankWord(text);
            });
      }
    }
  }
}
