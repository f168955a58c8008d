package fr.jalon.portal.help;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of France (article L. 3133-1 of the labour code), without those of Alsace and
 * Moselle alone.
 */
final class FrenchHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  /** Days after Easter of its Monday, of Ascension Day and of Whit Monday. */
  private static final Set<Long> AFTER_EASTER = Set.of(1L, 39L, 50L);

  private FrenchHolidays() {}

  static boolean isHoliday(LocalDate day) {
    return FIXED.contains(MonthDay.from(day))
        || AFTER_EASTER.stream().anyMatch(days -> easter(day.getYear()).plusDays(days).equals(day));
  }

  /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int f = (b + 8) / 25;
    int h = (19 * a + b - b / 4 - (b - f + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
