package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A column that says who publishes, absent or blank, is filled with the depositor. A question,
 * never certain.
 */
final class FillConstant implements Repair {
  /** Fields that bear the name of the authority itself. */
  private static final Set<String> NAMES = Set.of("nomAttribuant", "COLL_NOM");

  @Override
  public String code() {
    return "fill-constant";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    Facts.Owner owner = facts.owner();
    SchemaMatch match = facts.match();
    if (owner == null || match == null) {
      return;
    }
    for (SchemaMatch.FieldMatch field : match.mapping()) {
      ColumnFacts column = facts.answering(field.field());
      long blank = column == null ? facts.rows() : column.profile().empty();
      if (NAMES.contains(field.field()) && blank > 0) {
        String name = column == null ? field.field() : column.name();
        Map<String, String> parameters =
            Map.of(
                "name",
                name,
                "title",
                field.title(),
                "value",
                owner.name(),
                "variant",
                column == null ? "missing" : "blank");
        proposals.whole(this, name, false, parameters, blank, List.of());
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    String name = step.parameters().getOrDefault("name", "");
    String value = step.parameters().getOrDefault("value", "");
    Column column = plan.column(name);
    if (name.isEmpty()) {
      return;
    }
    if (column == null) {
      plan.add(name, value);
    } else {
      plan.change(step, text -> text.isBlank() ? value : text);
    }
  }
}
