package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.NumberColumns;
import fr.jalon.engine.profile.kind.Numbers;
import java.util.Map;

/** Numbers are written with a point and without spaces: "1 200,50" becomes 1200.50. */
final class WriteDecimals implements Repair {
  @Override
  public String code() {
    return "write-decimals";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        NumberColumns.Comma comma = NumberColumns.comma(column);
        boolean thousands = comma == NumberColumns.Comma.THOUSANDS;
        Map<String, String> parameters =
            switch (comma) {
              case DECIMAL -> Map.of();
              case THOUSANDS -> Map.of("commas", "thousands");
              case DOUBTFUL -> Map.of("variant", "doubtful");
            };
        boolean certain = comma != NumberColumns.Comma.DOUBTFUL;
        proposals.cells(this, column, certain, parameters, text -> written(text, thousands));
      }
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    boolean thousands = step.parameters().containsKey("commas");
    plan.change(step, text -> written(text, thousands));
  }

  private static String written(String text, boolean commasAreThousands) {
    return commasAreThousands && text.indexOf(',') >= 0 ? text : written(text);
  }

  private static String written(String text) {
    Numbers.Written number = Numbers.read(text);
    if (number == null || !number.unit().isEmpty() || isExponent(text)) {
      return text;
    }
    return number.canonical();
  }

  /** A number in scientific form may be a code that was rounded: it stays as it is. */
  private static boolean isExponent(String text) {
    return text.indexOf('E') >= 0 || text.indexOf('e') >= 0;
  }
}
