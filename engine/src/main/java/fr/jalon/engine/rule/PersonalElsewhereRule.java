package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Elsewhere;
import java.util.Map;

/** Someone is named beside the cells: by the file, a sheet, a column, a row left out. */
final class PersonalElsewhereRule implements Rule {
  @Override
  public String code() {
    return "personal-elsewhere";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Elsewhere elsewhere : facts.detected().elsewhere()) {
      report.add(
          this,
          Severity.WARNING,
          null,
          Map.of(
              "variant", elsewhere.place().code(),
              "place", elsewhere.place().code(),
              "category", elsewhere.category().code(),
              "shown", elsewhere.shown()));
    }
  }
}
