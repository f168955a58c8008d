package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Map;

/** Columns in which no cell is filled are left out. */
final class DropEmptyColumns implements Repair {
  @Override
  public String code() {
    return "drop-empty-columns";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    List<String> empty =
        facts.columns().stream()
            .filter(column -> column.profile().filled() == 0 && column.field() == null)
            .map(ColumnFacts::name)
            .toList();
    if (!empty.isEmpty() && facts.rows() > 0 && empty.size() < facts.columns().size()) {
      Map<String, String> parameters = Map.of("columns", String.join("\n", empty));
      proposals.whole(this, null, true, parameters, empty.size(), List.of());
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    for (String name : step.parameters().getOrDefault("columns", "").split("\n")) {
      for (Column column : plan.columns()) {
        if (column.name().equals(name)) {
          plan.drop(column);
        }
      }
    }
  }
}
