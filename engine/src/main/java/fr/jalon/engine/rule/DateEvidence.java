package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.YearWindow;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all the dates of a column tell of how they are written.
 *
 * @param forms the ways met ("12/03/2022")
 * @param dayFirst cells whose figures can only have the day first
 * @param monthFirst cells whose figures can only have the month first
 * @param open cells that may be read in both ways
 * @param shortYears cells whose year has two figures
 * @param example one of the cells that may be read in both ways, null when there is none
 * @param whole whether every value of the column was looked at
 */
record DateEvidence(
    Set<String> forms,
    long dayFirst,
    long monthFirst,
    long open,
    long shortYears,
    @Nullable String example,
    boolean whole) {
  /**
   * Two figures are read as the last fifty-odd years: before, 56 may be 1956, the birth of a
   * person, or 2056, the end of a contract, and nothing in the cell tells.
   */
  private static final int SURE_YEARS = 56;

  private static final Set<String> BIRTH = Set.of("naissance", "ne", "nee", "naiss");
  private static final Set<String> AHEAD =
      Set.of("fin", "echeance", "expiration", "validite", "terme");

  static DateEvidence of(Distinct values) {
    Set<String> forms = new TreeSet<>();
    long[] counts = new long[Dates.Proof.values().length];
    long shortYears = 0;
    String example = null;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      Dates.Written date = Dates.readDayOf(text);
      if (date == null) {
        continue;
      }
      forms.add(date.form());
      counts[date.proof().ordinal()] += values.count(index);
      shortYears += date.shortYear() >= 0 ? values.count(index) : 0;
      if (example == null && date.proof() == Dates.Proof.NOTHING) {
        example = text.strip();
      }
    }
    return new DateEvidence(
        forms,
        counts[Dates.Proof.DAY_FIRST.ordinal()],
        counts[Dates.Proof.MONTH_FIRST.ordinal()],
        counts[Dates.Proof.NOTHING.ordinal()],
        shortYears,
        example,
        values.complete());
  }

  /** One date of the other order is enough to leave the open ones alone. */
  DateOrder order() {
    if (dayFirst > 0 && monthFirst > 0) {
      return DateOrder.AS_PROVEN;
    }
    return monthFirst > 0 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }

  /** True when no date of the column is read by a guess: neither its order nor its century. */
  boolean certain() {
    boolean proven = open == 0 || (dayFirst > 0) != (monthFirst > 0);
    boolean contrary = dayFirst > 0 && monthFirst > 0;
    return whole && proven && !contrary && shortYears == 0;
  }

  /** The years that two figures stand for in such a column, as far as its name tells. */
  static YearWindow years(ColumnFacts column, LocalDate today) {
    if (column.header().hasAny(BIRTH)) {
      return new YearWindow(today.getYear() - 99, today.getYear());
    }
    if (column.header().hasAny(AHEAD)) {
      return new YearWindow(2000, 2099);
    }
    return new YearWindow(today.getYear() - SURE_YEARS, today.getYear());
  }
}
