package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Dates;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Dates are written year first: 12/03/2022 becomes 2022-03-12. */
final class WriteDates implements Repair {
  @Override
  public String code() {
    return "write-dates";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (column.kind().equals("date") || column.kind().equals("datetime")) {
        boolean certain = !hasShortYears(column);
        Map<String, String> parameters = parameters(column);
        boolean time = column.kind().equals("datetime");
        proposals.cells(this, column, certain, parameters, text -> written(text, time));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    boolean time = step.parameters().getOrDefault("kind", "date").equals("datetime");
    plan.change(step, text -> written(text, time));
  }

  private static Map<String, String> parameters(ColumnFacts column) {
    Set<String> forms = forms(column);
    return Map.of(
        "kind", column.kind(),
        "forms", Integer.toString(forms.size()),
        "variant", forms.size() > 1 ? "mixed" : "single");
  }

  private static Set<String> forms(ColumnFacts column) {
    Set<String> forms = new HashSet<>();
    for (int index = 0; index < column.values().size(); index++) {
      Dates.Written date = Dates.read(column.values().value(index).toString());
      if (date != null) {
        forms.add(date.form());
      }
    }
    return forms;
  }

  /** The century of 12/03/45 is a guess. */
  private static boolean hasShortYears(ColumnFacts column) {
    return forms(column).stream().anyMatch(form -> form.matches("12.03.22.*"));
  }

  private static String written(String text, boolean time) {
    if (time) {
      String dateTime = Dates.readDateTime(text);
      return dateTime == null ? text : dateTime;
    }
    Dates.Written date = Dates.read(text);
    return date == null ? text : date.iso();
  }
}
