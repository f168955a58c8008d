package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Two columns that should follow one another do not: received before being adopted, more voters
 * than members.
 */
final class CompareColumnsRule implements Rule {
  @Override
  public String code() {
    return "compare-columns";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Schema.Rule rule : SchemaRules.named(facts, "compare-columns-value")) {
      List<ColumnFacts> columns = SchemaRules.columns(facts, rule, "column", "column2");
      if (columns.size() == 2) {
        String operator = rule.get("op");
        report.rows(
            this,
            Severity.WARNING,
            columns.get(0),
            Map.of(
                "other",
                columns.get(1).name(),
                "variant",
                operator.equals(">=") ? "less" : "other"),
            SchemaRules.rows(columns, values -> fails(values.get(0), operator, values.get(1))));
      }
    }
  }

  private static boolean fails(String one, String operator, String other) {
    Integer order = SchemaRules.compare(one, other);
    if (order == null) {
      return false;
    }
    return switch (operator) {
      case ">" -> order <= 0;
      case ">=" -> order < 0;
      case "==" -> order != 0;
      case "<=" -> order > 0;
      case "<" -> order >= 0;
      default -> false;
    };
  }
}
