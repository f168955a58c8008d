package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.TotalRows;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of totals leave the data; a total that agrees with its column proves that nothing was lost.
 */
final class SetAsideTotals implements Repair {
  @Override
  public String code() {
    return "set-aside-totals";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    TotalRows totals = TotalRows.of(facts);
    if (totals != null) {
      proposals.rows(this, totals::proved, () -> parameters(totals), totals);
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    List<Integer> filled = columns(step, "filled", plan);
    for (int label : columns(step, "label", plan)) {
      plan.setAside(() -> TotalRows.replayed(label, filled));
    }
  }

  private static List<Integer> columns(RepairStep step, String parameter, Plan plan) {
    List<Integer> columns = new ArrayList<>();
    for (String name : step.parameters().getOrDefault(parameter, "").split("\n")) {
      Column column = plan.column(name);
      if (column != null) {
        columns.add(column.index());
      }
    }
    return columns;
  }

  private static Map<String, String> parameters(TotalRows totals) {
    Map<String, String> parameters = new HashMap<>(totals.verdict());
    parameters.put(
        "label", String.join("\n", totals.labels().stream().map(ColumnFacts::name).toList()));
    parameters.put(
        "filled", String.join("\n", totals.filled().stream().map(ColumnFacts::name).toList()));
    return parameters;
  }
}
