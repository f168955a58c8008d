package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.check.Judging;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Field;
import java.util.Map;

/** Yes and no are written in one way, the one the national model wants when there is one. */
final class WriteBooleans implements Repair {
  @Override
  public String code() {
    return "write-booleans";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.expecting("boolean")) {
      Field field = column.field();
      if (field != null && !field.trueValues().isEmpty()) {
        String yes = field.trueValues().get(0);
        String no = field.falseValues().get(0);
        Map<String, String> parameters = Map.of("yes", yes, "no", no);
        proposals.cells(
            this,
            column,
            true,
            parameters,
            text -> isRight(field, text) ? text : written(text, yes, no));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    String yes = step.parameters().getOrDefault("yes", "oui");
    String no = step.parameters().getOrDefault("no", "non");
    plan.change(step, text -> written(text, yes, no));
  }

  private static boolean isRight(Field field, String text) {
    return field.trueValues().contains(text) || field.falseValues().contains(text);
  }

  private static String written(String text, String yes, String no) {
    String bare = text.strip();
    if (bare.equals("1")) {
      return yes;
    }
    if (bare.equals("0")) {
      return no;
    }
    String canonical = Judging.canonical(Kinds.get("boolean"), bare);
    return canonical == null ? text : canonical.equals("true") ? yes : no;
  }
}
