package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two columns that should follow one another do not: received before being adopted, more voters
 * than members.
 */
final class CompareColumnsRule implements Rule {
  /** How the first may stand to the second: -1 before it, 0 equal to it, 1 behind it. */
  private static final Map<String, Set<Integer>> RIGHT =
      Map.of(
          ">", Set.of(1),
          ">=", Set.of(0, 1),
          "==", Set.of(0),
          "<=", Set.of(-1, 0),
          "<", Set.of(-1));

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

  static boolean fails(String one, String operator, String other) {
    Integer order = SchemaRules.compare(one, other);
    Set<Integer> right = RIGHT.get(operator);
    return order != null && right != null && !right.contains(Integer.signum(order));
  }
}
