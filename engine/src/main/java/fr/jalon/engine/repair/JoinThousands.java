package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.NumberColumns;
import java.util.Map;

/**
 * Commas between thousands go, as English spreadsheets write them: "27,275.25" becomes 27275.25.
 */
final class JoinThousands implements Repair {
  @Override
  public String code() {
    return "join-thousands";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      NumberColumns.Comma comma = NumberColumns.comma(column);
      if (comma != NumberColumns.Comma.DECIMAL) {
        boolean sure = comma == NumberColumns.Comma.THOUSANDS;
        Map<String, String> parameters = sure ? Map.of() : Map.of("variant", "doubtful");
        proposals.cells(this, column, sure, parameters, NumberColumns::joined);
      }
    }
  }

  @Override
  public boolean together() {
    return true;
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    plan.change(step, NumberColumns::joined);
  }
}
