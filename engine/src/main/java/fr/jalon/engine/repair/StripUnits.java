package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.NumberColumns;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.schema.Field;
import java.math.BigDecimal;
import java.util.Map;

/** Units and currencies leave the cells, which become plain numbers: "1 200 €" becomes 1200. */
final class StripUnits implements Repair {
  @Override
  public String code() {
    return "strip-units";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        Map<String, String> parameters = parameters(column);
        boolean share = parameters.containsKey("share");
        proposals.cells(this, column, false, parameters, text -> stripped(text, share));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    boolean share = step.parameters().containsKey("share");
    plan.change(step, text -> stripped(text, share));
  }

  /** A column that runs from 0 to 1 takes 45 % as 0.45. */
  private static Map<String, String> parameters(ColumnFacts column) {
    Field field = column.field();
    Double maximum = field == null ? null : field.constraints().maximum();
    return maximum != null && maximum == 1 ? Map.of("share", "yes") : Map.of();
  }

  private static String stripped(String text, boolean share) {
    Numbers.Written number = Numbers.read(text);
    if (number == null || number.unit().isEmpty()) {
      return text;
    }
    if (share && number.unit().equals("%")) {
      return new BigDecimal(number.canonical()).movePointLeft(2).toPlainString();
    }
    return number.canonical();
  }
}
