package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.repair.RepairStep.Change;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Unit;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns take the names of the national model, so that machines find them. One whose name says
 * another unit than the model's keeps it: under the common name, 8 m would be read 8 cm.
 */
final class RenameColumns implements Repair {
  private static final String ARROW = " → ";

  @Override
  public String code() {
    return "rename-columns";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    SchemaMatch match = facts.match();
    if (match == null) {
      return;
    }
    Map<String, String> names = new LinkedHashMap<>();
    List<Change> samples = new ArrayList<>();
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      if (field != null
          && !field.name().equals(column.name())
          && Unit.other(column.name(), field) == null) {
        names.put(column.name(), field.name());
        samples.add(new Change(column.column().letters(), column.name(), field.name()));
      }
    }
    if (!names.isEmpty()) {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("names", lines(names));
      parameters.put("schema", match.title());
      List<Change> shown = samples.subList(0, Math.min(20, samples.size()));
      proposals.whole(this, null, true, parameters, names.size(), shown);
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    for (String line : step.parameters().getOrDefault("names", "").split("\n")) {
      int arrow = line.lastIndexOf(ARROW);
      Column column = arrow < 0 ? null : plan.column(line.substring(0, arrow));
      if (column != null) {
        plan.rename(column, line.substring(arrow + ARROW.length()));
      }
    }
  }

  private static String lines(Map<String, String> names) {
    return String.join(
        "\n",
        names.entrySet().stream().map(each -> each.getKey() + ARROW + each.getValue()).toList());
  }
}
