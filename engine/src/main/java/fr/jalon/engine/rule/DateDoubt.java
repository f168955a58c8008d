package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.DateTitle;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the dates of a column, though each may be read, may not be what they look like.
 *
 * @param variant which sentence tells it
 * @param words values for the sentence
 */
record DateDoubt(String variant, Map<String, String> words) {
  private static final Set<Kind> DAYS = Set.of(Kinds.DATE, Kinds.DATETIME, Kinds.PERIOD);

  /**
   * Numbers made of a year and a rank begin anew with each budget or software; dates of eight
   * figures that spread over as many years were written by people who told days.
   */
  private static final int LONG_TIME = 10;

  /** Numbers name one thing each: where fewer cells than this repeat a day, 0 to 1, they may be. */
  private static final double FEWEST_REPEATS = 0.1;

  /** The last day that towns all over France named streets after is 19 mars 1962. */
  private static final int LAST_NAMES = 1962;

  /** Days in letters that are fewer may be the names of a handful of places. */
  private static final int FEWEST_DAYS = 5;

  /**
   * The first doubt, null when there is none.
   *
   * @param contrary a column whose dates, of the same form, begin otherwise
   */
  static @Nullable DateDoubt of(
      ColumnFacts column, DateEvidence evidence, @Nullable ColumnFacts contrary) {
    DateLooks looks = DateLooks.of(column.values());
    DateDoubt nature = isAnnounced(column) ? null : ofNature(column, looks);
    if (nature != null) {
      return nature;
    }
    String weekday = looks.wrongWeekday();
    if (weekday != null) {
      return new DateDoubt("weekday", Map.of("example", weekday, "read", day(weekday).toString()));
    }
    String open = looks.openYearFirst();
    String proof = looks.yearDayMonth();
    if (proof != null && open != null) {
      return ofYearFirst(proof, open);
    }
    String list = looks.list();
    if (list != null) {
      return new DateDoubt("list", Map.of("example", list));
    }
    return evidence.shortYears().isEmpty() ? ofOrder(evidence, contrary) : null;
  }

  private static boolean isAnnounced(ColumnFacts column) {
    return (column.field() != null && DAYS.contains(column.field().asKind()))
        || DateTitle.announcesDays(column.name());
  }

  /** Dates that may be numbers, or names. */
  private static @Nullable DateDoubt ofNature(ColumnFacts column, DateLooks looks) {
    String number = looks.together().example();
    if (number != null && mayBeNumbers(column, looks)) {
      return new DateDoubt("number", Map.of("example", number, "read", day(number).toString()));
    }
    if (DateTitle.isOfNumbers(column.header())) {
      return new DateDoubt("number-title", Map.of());
    }
    String name = looks.letters().example();
    if (name != null && mayBeNames(column, looks)) {
      return new DateDoubt("name", Map.of("example", name, "read", day(name).toString()));
    }
    return null;
  }

  private static boolean mayBeNumbers(ColumnFacts column, DateLooks looks) {
    DateLooks.Group together = looks.together();
    if (DateTitle.isOfNumbers(column.header()) || DateTitle.isOfDocuments(column.header())) {
      return true;
    }
    boolean amongDates = 2 * together.cells() < looks.cells();
    boolean repeated = together.days() <= (1 - FEWEST_REPEATS) * together.cells();
    return !amongDates && !(repeated && together.years() >= LONG_TIME);
  }

  /** A name bears no day of the week, and is not written beside dates in figures. */
  private static boolean mayBeNames(ColumnFacts column, DateLooks looks) {
    DateLooks.Group letters = looks.letters();
    if (letters.cells() < looks.cells() || looks.weekdays() == letters.cells()) {
      return false;
    }
    return DateTitle.isOfNames(column.header())
        || letters.days() < FEWEST_DAYS
        || letters.firstYear() <= LAST_NAMES;
  }

  private static DateDoubt ofYearFirst(String proof, String open) {
    LocalDate read = day(open);
    LocalDate other = LocalDate.of(read.getYear(), read.getDayOfMonth(), read.getMonthValue());
    return new DateDoubt(
        "year-day",
        Map.of(
            "proof", proof, "example", open, "read", read.toString(), "other", other.toString()));
  }

  private static @Nullable DateDoubt ofOrder(
      DateEvidence evidence, @Nullable ColumnFacts contrary) {
    DateEvidence.Days days = evidence.days();
    String proof = days.proof();
    if (proof == null || evidence.open() == 0 || evidence.isContrary()) {
      return null;
    }
    if (contrary != null && evidence.isHardlyProven()) {
      return new DateDoubt("contrary", Map.of("proof", proof, "contrary", contrary.name()));
    }
    if (evidence.isProven()) {
      return null;
    }
    long proofs = Math.max(days.dayFirst(), days.monthFirst());
    return new DateDoubt(
        proofs == 1 ? "one-proof" : "few-proofs",
        Map.of(
            "proof", proof,
            "proofs", Long.toString(proofs),
            "days", Long.toString(proofs + days.open())));
  }

  private static LocalDate day(String text) {
    return Objects.requireNonNull(Dates.readDayOf(text), text).date();
  }
}
