package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;

/** A date is written among other words: "Conseil du 27 février 2023". */
final class DateInWordsRule implements Rule {
  @Override
  public String code() {
    return "date-in-words";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.DATE)) {
      DateOrder order = DateEvidence.of(column.values()).order();
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          value -> isOne(value.toString()),
          Remedy.convertOne(false, new Conversion.ExtractDate(order), Map.of()));
    }
  }

  /** True for a text in which one date stands and no other. */
  static boolean isOne(String text) {
    return Dates.within(text, DateOrder.DAY_FIRST) != null;
  }
}
