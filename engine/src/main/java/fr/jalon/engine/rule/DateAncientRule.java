package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A date far before all others of its column, often a year typed with a wrong figure. Old dates
 * among old dates are history.
 */
final class DateAncientRule implements Rule {
  private static final int ANCIENT = 1900;

  @Override
  public String code() {
    return "date-ancient";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Kind kind : List.of(Kinds.DATE, Kinds.DATETIME)) {
      for (ColumnFacts column : facts.expecting(kind)) {
        Days days = Days.of(column);
        LocalDate last = days.lastOddlyOld();
        LocalDate next = last == null ? null : days.firstAfter(last);
        Map<String, String> words =
            next == null ? Map.of() : Map.of("next", Year.from(next).toString(), "variant", "next");
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            value -> isAncient(Days.day(value.toString()), last, days));
      }
    }
  }

  private static boolean isAncient(@Nullable LocalDate day, @Nullable LocalDate last, Days days) {
    return day != null
        && !days.isPlaceholder(day)
        && day.getYear() < ANCIENT
        && (day.getYear() < Days.HISTORY || (last != null && !day.isAfter(last)));
  }
}
