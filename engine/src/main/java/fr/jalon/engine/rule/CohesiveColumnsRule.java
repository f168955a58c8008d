package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Schema;
import java.util.List;
import java.util.Map;

/** Columns that go together are filled on some rows and not on others. */
final class CohesiveColumnsRule implements Rule {
  @Override
  public String code() {
    return "cohesive-columns";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Schema.Rule rule : SchemaRules.named(facts, "cohesive-columns-value")) {
      List<ColumnFacts> columns = SchemaRules.columns(facts, rule, "column", "othercolumns");
      if (columns.size() > 1) {
        report.rows(
            this,
            Severity.WARNING,
            columns.get(0),
            Map.of("columns", SchemaRules.names(columns)),
            SchemaRules.rows(
                columns,
                values -> {
                  long blank = values.stream().filter(String::isBlank).count();
                  return blank > 0 && blank < values.size();
                }));
      }
    }
  }
}
