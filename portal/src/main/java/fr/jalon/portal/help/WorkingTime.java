package fr.jalon.portal.help;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When somebody is there to answer: nine to half past five in Paris, on working days. */
final class WorkingTime {
  static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  static final LocalTime OPENS = LocalTime.of(9, 0);
  static final LocalTime CLOSES = LocalTime.of(17, 30);

  /** The length of a working day. */
  static final Duration DAY = Duration.between(OPENS, CLOSES);

  private WorkingTime() {}

  static boolean isWorkingDay(LocalDate day) {
    DayOfWeek name = day.getDayOfWeek();
    return name != DayOfWeek.SATURDAY && name != DayOfWeek.SUNDAY && !FrenchHolidays.isHoliday(day);
  }

  static boolean isOpen(Instant at) {
    ZonedDateTime there = at.atZone(ZONE);
    LocalTime time = there.toLocalTime();
    return isWorkingDay(there.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
  }

  /**
   * The closing of the day on which so many whole working days have gone by: asked on a Thursday
   * afternoon, one day is over on Friday at half past five; asked on a Saturday, on Monday.
   */
  static Instant closingAfter(Instant from, int days) {
    Duration left = DAY.multipliedBy(days);
    for (LocalDate day = from.atZone(ZONE).toLocalDate(); ; day = next(day)) {
      Instant closes = at(day, CLOSES);
      left = left.minus(between(from, closes, day));
      if (left.isZero() || left.isNegative()) {
        return closes;
      }
    }
  }

  /** How long somebody was there between two moments. */
  static Duration between(Instant from, Instant to) {
    Duration all = Duration.ZERO;
    LocalDate last = to.atZone(ZONE).toLocalDate();
    for (LocalDate day = from.atZone(ZONE).toLocalDate(); !day.isAfter(last); day = next(day)) {
      all = all.plus(between(from, to, day));
    }
    return all;
  }

  /** The part of it that falls on one day. */
  private static Duration between(Instant from, Instant to, LocalDate day) {
    if (!isWorkingDay(day)) {
      return Duration.ZERO;
    }
    Instant opens = at(day, OPENS);
    Instant closes = at(day, CLOSES);
    Instant begin = from.isAfter(opens) ? from : opens;
    Instant end = to.isBefore(closes) ? to : closes;
    return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
  }

  private static LocalDate next(LocalDate day) {
    return day.plusDays(1);
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }
}
