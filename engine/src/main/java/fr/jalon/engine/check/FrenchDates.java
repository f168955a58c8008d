package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Dates;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Dates are not written year first (ISO 8601), or not all in the same way. */
final class FrenchDates implements Check {
  @Override
  public String code() {
    return "date-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("date")) {
      Set<String> forms = new TreeSet<>();
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of("forms", String.join(" · ", forms(column, forms)), "variant", variant(forms)),
          value -> isOtherwiseWritten(value.toString()));
    }
  }

  private static Set<String> forms(ColumnFacts column, Set<String> forms) {
    for (int index = 0; index < column.values().size(); index++) {
      Dates.Written date = Dates.read(column.values().value(index).toString());
      if (date != null) {
        forms.add(date.form());
      }
    }
    return forms;
  }

  private static String variant(Set<String> forms) {
    return forms.size() > 1 ? "mixed" : "single";
  }

  private static boolean isOtherwiseWritten(String text) {
    Dates.Written date = Dates.read(text);
    return date != null && !date.iso().equals(text.strip());
  }
}
