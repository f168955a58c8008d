package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Field;
import java.util.Map;

/** A cell is blank in a column where the national model wants every cell filled. */
final class MissingValueRule implements Rule {
  @Override
  public String code() {
    return "missing-value";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      if (field != null && field.required() && column.profile().empty() > 0) {
        report.blanks(
            this,
            Severity.WARNING,
            facts,
            column,
            Map.of("title", field.title()),
            Giver.filled(facts, column, field));
      }
    }
  }
}
