package fr.jalon.engine.check;

import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Unit;
import java.util.List;
import java.util.Map;

/** Columns answer fields of the national model under other names. */
final class OtherName implements Check {
  @Override
  public String code() {
    return "other-name";
  }

  @Override
  public void look(Facts facts, Report report) {
    SchemaMatch match = facts.match();
    List<String> others =
        facts.columns().stream().filter(OtherName::isOther).map(ColumnFacts::name).toList();
    if (match != null && !others.isEmpty()) {
      Map<String, String> parameters =
          Map.of("columns", String.join(", ", others), "schema", match.title());
      report.add(this, Severity.ADVICE, null, others.size(), parameters);
    }
  }

  private static boolean isOther(ColumnFacts column) {
    Field field = column.field();
    return field != null
        && !field.name().equals(column.name())
        && Unit.other(column.name(), field) == null;
  }
}
