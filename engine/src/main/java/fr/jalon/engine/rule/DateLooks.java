package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of a column look like: some may be numbers of eight figures, or names of streets.
 */
final class DateLooks {
  private static final Pattern LIST = Pattern.compile(".*\\d ?; ?\\d.*");

  /** Cells that are dates in some way. */
  private long cells;

  private final Group together = new Group();
  private final Group letters = new Group();
  private long weekdays;
  private @Nullable String wrongWeekday;
  private @Nullable String yearDayMonth;
  private @Nullable String openYearFirst;
  private @Nullable String list;

  private DateLooks() {}

  /** The dates written in one way. */
  static final class Group {
    private final Set<LocalDate> days = new HashSet<>();
    private long cells;
    private @Nullable String example;

    private void add(LocalDate day, String text, long count) {
      days.add(day);
      cells += count;
      example = example == null ? text : example;
    }

    long cells() {
      return cells;
    }

    long days() {
      return days.size();
    }

    long years() {
      return days.stream().mapToInt(LocalDate::getYear).distinct().count();
    }

    int firstYear() {
      return days.stream().mapToInt(LocalDate::getYear).min().orElse(0);
    }

    @Nullable String example() {
      return example;
    }
  }

  static DateLooks of(Distinct values) {
    DateLooks looks = new DateLooks();
    for (int index = 0; index < values.size(); index++) {
      looks.add(values.value(index).toString().strip(), values.count(index));
    }
    return looks;
  }

  private void add(String text, long count) {
    if (Dates.isYearDayMonth(text)) {
      yearDayMonth = text;
      return;
    }
    Dates.Written date = Dates.readDayOf(text);
    if (date == null) {
      list = LIST.matcher(text).matches() && Dates.readPeriod(text) != null ? text : list;
      return;
    }
    cells += count;
    if (date.form().equals(Dates.RUN_TOGETHER)) {
      together.add(date.date(), text, count);
    } else if (date.form().equals(Dates.IN_LETTERS)) {
      letters.add(date.date(), text, count);
    }
    if (date.form().startsWith(Dates.IN_LETTERS)) {
      addWeekday(Dates.weekday(text), date, text, count);
    }
    if (isOpenYearFirst(date) && !Dates.isIso(text)) {
      openYearFirst = text;
    }
  }

  private void addWeekday(
      @Nullable DayOfWeek weekday, Dates.Written date, String text, long count) {
    if (weekday == date.date().getDayOfWeek()) {
      weekdays += count;
    } else if (weekday != null && date.shortYear() < 0) {
      wrongWeekday = text;
    }
  }

  /** True for 2022/02/03, whose day may be a month. */
  private static boolean isOpenYearFirst(Dates.Written date) {
    boolean yearFirst = date.form().startsWith("2022");
    LocalDate day = date.date();
    return yearFirst && day.getDayOfMonth() <= 12 && day.getDayOfMonth() != day.getMonthValue();
  }

  /** Cells that are a date. */
  long cells() {
    return cells;
  }

  /** Those of eight figures. */
  Group together() {
    return together;
  }

  /** Those whose month is in letters. */
  Group letters() {
    return letters;
  }

  /** Cells in letters that bear the right day of the week. */
  long weekdays() {
    return weekdays;
  }

  /** "lundi 12 mars 2022", which was a Saturday; null when there is none. */
  @Nullable String wrongWeekday() {
    return wrongWeekday;
  }

  /** "2022/25/03", null when there is none. */
  @Nullable String yearDayMonth() {
    return yearDayMonth;
  }

  /** "2022/02/03", null when there is none. */
  @Nullable String openYearFirst() {
    return openYearFirst;
  }

  /** "01/02/2022 ; 03/04/2022", perhaps two days and no period; null when there is none. */
  @Nullable String list() {
    return list;
  }
}
