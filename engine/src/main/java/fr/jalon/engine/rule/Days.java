package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Dates;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of a column in order, with how many cells bear each: whether one is odd is seen among
 * the others. Years of two figures are left out, for their century is a guess.
 */
final class Days {
  /** What programs write when they have no date: their own first or last day. */
  private static final Set<LocalDate> PLACEHOLDERS =
      Set.of(
          LocalDate.of(1, 1, 1),
          LocalDate.of(1111, 11, 11),
          LocalDate.of(1753, 1, 1),
          LocalDate.of(1899, 12, 30),
          LocalDate.of(1899, 12, 31),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(2999, 12, 31));

  /** Days that programs write as well, and that may be a true one beside others of their time. */
  private static final Set<LocalDate> LIKELY_PLACEHOLDERS =
      Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1901, 1, 1), LocalDate.of(1904, 1, 1));

  /** Years without any date that set an old one apart from the others. */
  private static final int GAP = 40;

  /** Share of the cells, 0 to 1, up to which some dates are odd ones out. */
  private static final double FEW = 0.05;

  private static final double FEW_OLD = 0.01;

  /** Before, there is no date in a file of ours but a slip. */
  static final int HISTORY = 1000;

  /** Old dates are odd before those of our time, not before older ones. */
  private static final int MODERN = 1900;

  private final TreeMap<LocalDate, Long> cells = new TreeMap<>();
  private long total;

  static Days of(ColumnFacts column) {
    Days days = new Days();
    for (int index = 0; index < column.values().size(); index++) {
      LocalDate day = day(column.values().value(index).toString());
      if (day != null) {
        days.cells.merge(day, column.values().count(index), Long::sum);
        days.total += column.values().count(index);
      }
    }
    return days;
  }

  /** The day of a text whose century is written, null when it has none. */
  static @Nullable LocalDate day(String text) {
    Dates.Written date = Dates.readDayOf(text);
    return date == null || date.shortYear() >= 0 ? null : date.date();
  }

  /** True for a day that stands for no day at all. */
  boolean isPlaceholder(LocalDate day) {
    return PLACEHOLDERS.contains(day)
        || (LIKELY_PLACEHOLDERS.contains(day) && !hasTrueDayNear(day));
  }

  private boolean hasTrueDayNear(LocalDate day) {
    return cells.subMap(day.minusYears(GAP), true, day.plusYears(GAP), true).keySet().stream()
        .anyMatch(other -> !LIKELY_PLACEHOLDERS.contains(other) && !PLACEHOLDERS.contains(other));
  }

  /** The last of the few days far before all others, null when there are none. */
  @Nullable LocalDate lastOddlyOld() {
    LocalDate before = null;
    long met = 0;
    for (LocalDate day : cells.keySet()) {
      if (isPlaceholder(day) || day.getYear() < HISTORY) {
        continue;
      }
      if (before != null && day.getYear() >= MODERN && before.plusYears(GAP).isBefore(day)) {
        return isFew(met, FEW_OLD) ? before : null;
      }
      before = day;
      met += cells.getOrDefault(day, 0L);
    }
    return null;
  }

  /** The first day later than this one that is no placeholder. */
  @Nullable LocalDate firstAfter(LocalDate day) {
    return cells.tailMap(day, false).keySet().stream()
        .filter(one -> !isPlaceholder(one))
        .findFirst()
        .orElse(null);
  }

  /** True when the days after this one are so few that they are odd. */
  boolean isOddlyLate(LocalDate limit) {
    long after = 0;
    for (var day : cells.tailMap(limit, false).entrySet()) {
      after += isPlaceholder(day.getKey()) ? 0 : day.getValue();
    }
    return isFew(after, FEW);
  }

  private boolean isFew(long some, double share) {
    return some > 0 && some <= Math.max(1, share * total);
  }
}
