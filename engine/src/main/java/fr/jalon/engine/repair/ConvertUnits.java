package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Unit;
import fr.jalon.engine.table.Column;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column in another unit than the national model's is turned into it, and takes the common name:
 * one without the other would lie.
 */
final class ConvertUnits implements Repair {
  @Override
  public String code() {
    return "convert-units";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      Map<String, String> parameters = parameters(column.name(), column.field());
      if (!parameters.isEmpty()) {
        proposals.cells(this, column, false, parameters, text -> converted(text, parameters));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    String name = step.parameters().get("name");
    Column column = step.column() == null ? null : plan.column(step.column());
    if (name != null && column != null) {
      plan.change(step, text -> converted(text, step.parameters()));
      plan.rename(column, name);
    }
  }

  private static Map<String, String> parameters(String column, @Nullable Field field) {
    Unit written = field == null ? null : Unit.other(column, field);
    Unit wanted = field == null ? null : Unit.of(field.title());
    BigDecimal factor = written == null || wanted == null ? null : written.factor(wanted);
    if (field == null || written == null || wanted == null || factor == null) {
      return Map.of();
    }
    return Map.of(
        "name", field.name(),
        "unit", written.sign(),
        "wanted", wanted.sign(),
        "factor", factor.toPlainString());
  }

  private static String converted(String text, Map<String, String> parameters) {
    Numbers.Written number = Numbers.read(text);
    String unit = parameters.getOrDefault("unit", "");
    if (number == null || !(number.unit().isEmpty() || number.unit().equalsIgnoreCase(unit))) {
      return text;
    }
    BigDecimal factor = new BigDecimal(parameters.getOrDefault("factor", "1"));
    BigDecimal value = new BigDecimal(number.canonical()).multiply(factor);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
