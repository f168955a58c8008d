package fr.jalon.engine.check;

import fr.jalon.engine.schema.Field;
import java.util.Map;

/** A column answers a field of the national model under another name. */
final class OtherName implements Check {
  @Override
  public String code() {
    return "other-name";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      if (field != null && !field.name().equals(column.name())) {
        report.add(
            this, Severity.ADVICE, column, Map.of("field", field.name(), "title", field.title()));
      }
    }
  }
}
