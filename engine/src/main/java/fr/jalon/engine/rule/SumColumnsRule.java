package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A total that is not the sum of its parts on the same row. */
final class SumColumnsRule implements Rule {
  @Override
  public String code() {
    return "sum-columns";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Schema.Rule rule : SchemaRules.named(facts, "sum-columns-value")) {
      List<ColumnFacts> columns = SchemaRules.columns(facts, rule, "column", "columns");
      if (columns.size() == 1 + rule.list("columns").size()) {
        report.rows(
            this,
            Severity.WARNING,
            columns.get(0),
            Map.of("columns", SchemaRules.names(columns.subList(1, columns.size()))),
            SchemaRules.rows(columns, SumColumnsRule::differs));
      }
    }
  }

  private static boolean differs(List<String> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String value : values) {
      if (Numbers.read(value) == null) {
        return false;
      }
    }
    for (String value : values.subList(1, values.size())) {
      sum = sum.add(number(value));
    }
    return number(values.get(0)).compareTo(sum) != 0;
  }

  private static BigDecimal number(String text) {
    Numbers.Written number = Numbers.read(text);
    return number == null ? BigDecimal.ZERO : new BigDecimal(number.canonical());
  }
}
