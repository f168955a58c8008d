package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A date that a program wrote because it had none: 1899-12-30, 9999-12-31. */
final class DatePlaceholderRule implements Rule {
  @Override
  public String code() {
    return "date-placeholder";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Kind kind : List.of(Kinds.DATE, Kinds.DATETIME)) {
      for (ColumnFacts column : facts.expecting(kind)) {
        Map<String, String> pairs = pairs(column);
        if (!pairs.isEmpty()) {
          report.cells(
              this, Severity.WARNING, column, Map.of(), Remedy.map(false, pairs, Map.of()));
        }
      }
    }
  }

  private static Map<String, String> pairs(ColumnFacts column) {
    Days days = Days.of(column);
    Map<String, String> pairs = new HashMap<>();
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString();
      LocalDate day = Days.day(text);
      if (day != null && days.isPlaceholder(day)) {
        pairs.put(text, "");
      }
    }
    return pairs;
  }
}
