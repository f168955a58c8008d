package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A date after today among things that have already happened. Where many are, or where the name of
 * the column announces an end, they are no slip.
 */
final class DateFutureRule implements Rule {
  private static final Set<String> MAY_BE_AHEAD =
      Set.of(
          "fin",
          "echeance",
          "validite",
          "prevue",
          "prevu",
          "prevision",
          "previsionnelle",
          "livraison",
          "expiration",
          "prochaine",
          "prochain",
          "versement",
          "terme",
          "limite",
          "cloture",
          "renouvellement",
          "concession",
          "contrat",
          "bail",
          "end",
          "expiry");

  /** Words of columns of things that happened: all of their dates ahead are slips. */
  private static final Set<String> HAPPENED =
      Set.of("naissance", "deces", "maj", "datemaj", "creation", "modification", "signature");

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
    for (ColumnFacts column : facts.expecting(Kinds.DATE)) {
      Days days = Days.of(column);
      boolean happened = column.header().hasAny(HAPPENED);
      if (!column.header().hasAny(MAY_BE_AHEAD) && (happened || days.isOddlyLate(limit))) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of(),
            value -> isAfter(value.toString(), limit, days));
      }
    }
  }

  private static boolean isAfter(String text, LocalDate limit, Days days) {
    LocalDate day = Days.day(text);
    return day != null && day.isAfter(limit) && !days.isPlaceholder(day);
  }
}
