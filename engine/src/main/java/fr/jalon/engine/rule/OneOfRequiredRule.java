package fr.jalon.engine.rule;

import fr.jalon.engine.schema.Schema;
import java.util.List;
import java.util.Map;

/** Of two columns, at least one must be filled on each row, and none is. */
final class OneOfRequiredRule implements Rule {
  @Override
  public String code() {
    return "one-of-required";
  }

  @Override
  public Against against() {
    return Against.TABLE;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Schema.Rule rule : SchemaRules.named(facts, "one-of-required")) {
      ColumnFacts one = facts.answering(rule.get("column1"));
      ColumnFacts other = facts.answering(rule.get("column2"));
      Map<String, String> parameters =
          Map.of("field", rule.get("column1"), "other", rule.get("column2"));
      if (one == null && other == null) {
        report.add(this, Severity.WARNING, null, facts.rows(), parameters);
      } else if (one == null || other == null) {
        ColumnFacts present = one == null ? other : one;
        if (present != null && present.profile().empty() > 0) {
          report.blanks(this, Severity.WARNING, facts, present, parameters, null);
        }
      } else {
        report.rows(
            this,
            Severity.WARNING,
            one,
            parameters,
            SchemaRules.withoutTotals(
                facts,
                SchemaRules.rows(
                    List.of(one, other), values -> values.stream().allMatch(String::isBlank))));
      }
    }
  }
}
