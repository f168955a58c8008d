package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Field;
import java.util.Map;

/** Yes and no are not written in one way, or not in the way the national model wants. */
final class BooleanForm implements Check {
  @Override
  public String code() {
    return "boolean-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("boolean")) {
      Field field = column.field();
      if (field != null && !field.trueValues().isEmpty()) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("yes", field.trueValues().get(0), "no", field.falseValues().get(0)),
            value -> isOtherwiseWritten(field, value.toString()));
      }
    }
  }

  private static boolean isOtherwiseWritten(Field field, String text) {
    boolean known =
        Judging.canonical(Kinds.get("boolean"), text) != null
            || text.strip().equals("0")
            || text.strip().equals("1");
    return known && !field.trueValues().contains(text) && !field.falseValues().contains(text);
  }
}
