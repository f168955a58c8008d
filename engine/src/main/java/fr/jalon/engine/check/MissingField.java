package fr.jalon.engine.check;

import fr.jalon.engine.schema.SchemaMatch;
import java.util.Map;

/** A column that the national model requires is absent. */
final class MissingField implements Check {
  @Override
  public String code() {
    return "missing-field";
  }

  @Override
  public void look(Facts facts, Report report) {
    SchemaMatch match = facts.match();
    if (match == null) {
      return;
    }
    for (SchemaMatch.FieldMatch field : match.mapping()) {
      if (field.required() && field.column() == null) {
        report.add(
            this,
            Severity.WARNING,
            null,
            Map.of("field", field.field(), "title", field.title(), "schema", match.title()));
      }
    }
  }
}
