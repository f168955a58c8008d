package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.SchemaMatch;
import java.util.Map;

/** A column that the national model requires is absent. */
final class MissingFieldRule implements Rule {
  @Override
  public String code() {
    return "missing-field";
  }

  @Override
  public Against against() {
    return Against.TABLE;
  }

  @Override
  public void look(Facts facts, Report report) {
    SchemaMatch match = facts.match();
    if (match == null) {
      return;
    }
    for (SchemaMatch.FieldMatch field : match.mapping()) {
      if (field.column() != null) {
        continue;
      }
      Field wanted = facts.schema() == null ? null : facts.schema().find(field.field());
      Report.Whole fill = wanted == null ? null : Giver.added(facts, wanted);
      if (field.required() || fill != null) {
        report.add(
            this,
            Severity.WARNING,
            null,
            1,
            Map.of("field", field.field(), "title", field.title(), "schema", match.title()),
            fill);
      }
    }
  }
}
