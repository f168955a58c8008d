package fr.jalon.engine.repair;

import fr.jalon.engine.check.ColumnFacts;
import fr.jalon.engine.check.Facts;
import fr.jalon.engine.profile.kind.Dates;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Dates are written year first: 12/03/2022 becomes 2022-03-12. */
final class WriteDates implements Repair {
  private static final Set<String> KINDS = Set.of("date", "datetime", "period");

  @Override
  public String code() {
    return "write-dates";
  }

  @Override
  public void look(Facts facts, Proposals proposals) {
    for (ColumnFacts column : facts.columns()) {
      if (KINDS.contains(column.kind())) {
        boolean certain = !hasShortYears(column);
        String kind = column.kind();
        proposals.cells(this, column, certain, parameters(column), text -> written(text, kind));
      }
    }
  }

  @Override
  public void apply(RepairStep step, Plan plan) {
    String kind = step.parameters().getOrDefault("kind", "date");
    plan.change(step, text -> written(text, kind));
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

  private static String written(String text, String kind) {
    String written =
        switch (kind) {
          case "datetime" -> Dates.readDateTime(text);
          case "period" -> Dates.readPeriod(text);
          default -> {
            Dates.Written date = Dates.read(text);
            yield date == null ? null : date.iso();
          }
        };
    return written == null ? text : written;
  }
}
