package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Together;
import fr.jalon.engine.table.Column;
import java.util.Map;
import java.util.stream.Collectors;

/** Columns that let someone be recognized once side by side, though none of them names anyone. */
final class PersonalTogetherRule implements Rule {
  @Override
  public String code() {
    return "personal-together";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Together together : facts.detected().together()) {
      String names =
          together.columns().stream().map(Column::name).collect(Collectors.joining(", "));
      String letters =
          together.columns().stream().map(Column::letters).collect(Collectors.joining(", "));
      report.add(
          this, Severity.WARNING, null, facts.rows(), Map.of("columns", names, "letters", letters));
    }
  }
}
