package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.schema.Field;
import java.util.List;
import java.util.Map;

/** A value that is not among those the national model allows. */
final class NotInListRule implements Rule {
  @Override
  public String code() {
    return "not-in-list";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      if (field != null && !field.constraints().allowed().isEmpty()) {
        List<String> allowed = field.constraints().allowed();
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("allowed", String.join(" · ", allowed)),
            value -> isOther(allowed, value.toString().strip()),
            Remedy.map(false, Nearest.pairs(column.values(), allowed), Map.of()));
      }
    }
  }

  private static boolean isOther(List<String> allowed, String text) {
    return !allowed.contains(text) && !Blanks.isBlankWord(text);
  }
}
