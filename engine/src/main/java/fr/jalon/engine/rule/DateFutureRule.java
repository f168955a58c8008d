package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Dates;
import java.time.LocalDate;
import java.util.Set;

/** A date after today, in a column of things that have already happened. */
final class DateFutureRule implements Rule {
  private static final Set<String> MAY_BE_AHEAD =
      Set.of(
          "fin",
          "echeance",
          "validite",
          "prevue",
          "prevu",
          "prevision",
          "livraison",
          "expiration",
          "prochaine",
          "versement");

  @Override
  public String code() {
    return "date-future";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    LocalDate limit = facts.today().plusDays(1);
    for (ColumnFacts column : facts.expecting("date")) {
      if (!column.header().hasAny(MAY_BE_AHEAD)) {
        report.cells(this, Severity.WARNING, column, value -> isAfter(value.toString(), limit));
      }
    }
  }

  private static boolean isAfter(String text, LocalDate limit) {
    Dates.Written date = Dates.read(text);
    return date != null && date.date().isAfter(limit);
  }
}
