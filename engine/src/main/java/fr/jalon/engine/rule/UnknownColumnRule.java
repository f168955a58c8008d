package fr.jalon.engine.rule;

import fr.jalon.engine.schema.SchemaMatch;
import java.util.List;
import java.util.Map;

/** Columns that the national model does not have. They are kept: nothing is lost. */
final class UnknownColumnRule implements Rule {
  @Override
  public String code() {
    return "unknown-column";
  }

  @Override
  public void look(Facts facts, Report report) {
    SchemaMatch match = facts.match();
    if (match == null) {
      return;
    }
    List<String> unknown =
        facts.columns().stream()
            .filter(column -> column.field() == null && column.profile().filled() > 0)
            .map(ColumnFacts::name)
            .toList();
    if (!unknown.isEmpty()) {
      Map<String, String> parameters =
          Map.of("columns", String.join(", ", unknown), "schema", match.title());
      report.add(this, Severity.ADVICE, null, unknown.size(), parameters);
    }
  }
}
