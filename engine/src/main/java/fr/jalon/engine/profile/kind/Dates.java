package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people write them. Asked without an order, the day comes before the month, as
 * everywhere in France, unless the figures allow the contrary alone.
 */
public final class Dates {
  /**
   * Where two-digit years are taken to lie when only the kind of a value is asked; what is written
   * in their place is decided on the whole column.
   */
  private static final YearWindow LIKELY = new YearWindow(1940, 2039);

  /** The form of a date whose year, month and day stand side by side, as in a number. */
  public static final String RUN_TOGETHER = "20220312";

  /** The form of a date whose month is written in letters. */
  public static final String IN_LETTERS = "12 mars 2022";

  private static final int MAX_LENGTH = 40;
  private static final int MONTHS_IN_YEAR = 12;
  private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern COMPACT = Pattern.compile("(1[89]|20)(\\d{2})(\\d{2})(\\d{2})");
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  /** Any other word before a date says more than the date, or makes it a name: "Place 8 mai". */
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?:(?:le|du|the) )?(?:("
              + String.join("|", new TreeSet<>(WEEKDAYS.keySet()).descendingSet())
              + ")\\.?,? )?(\\d{1,2})(?:er)?[- ./]?([a-z]{3,9})\\.?[- ./]?(\\d{4}|\\d{2})");

  private static final Pattern WITH_TIME =
      Pattern.compile(
          "(.*?)[T ]\\s*(?:a )?(\\d{1,2})[:h](\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

  /** "10:30-12:00": from one hour to the other, and no zone of the Pacific. */
  private static final Pattern TWO_HOURS =
      Pattern.compile(".*[^:\\d]\\d{1,2}[:h]\\d{2} ?-\\d{2}:?\\d{2}");

  private static final Pattern YEAR_DAY_MONTH =
      Pattern.compile("\\d{4}([-/.]?)(1[3-9]|2\\d|3[01])\\1(0?[1-9]|1[0-2])");
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})?)?");
  private static final String PLAIN = "0000-00-00T00:00:00";
  private static final Pattern TWO_DAYS =
      Pattern.compile(
          "(?i)(?:du )?(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4})"
              + " ?(?:_|/|-|–|au|à|;) ?(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4})");
  private static final Map<String, Integer> MONTHS = months();

  /** Longer than this, a text is no date with a few words around it. */
  private static final int LONGEST_SENTENCE = 200;

  /** Whatever may be a day, or a month of a year: two of them in a text leave a doubt. */
  private static final Pattern DAY_IN_TEXT = dayInText();

  private static final Pattern HOUR = Pattern.compile("\\d ?h(?:\\d|\\b)|\\d:\\d{2}|\\bheures?\\b");

  /** "3 et " before "5 mars 2023". */
  private static final Pattern OTHER_DAY_BEFORE =
      Pattern.compile("\\d(?:er)? ?(?:,|-|/|&|et|ou|au|a|puis) ?(?:du |le |au )?$");

  private Dates() {}

  /**
   * A date as it was written.
   *
   * @param form how: "2022-03-12", "12/03/2022", "12/03/22", "12-03-2022", "20220312", "12 mars
   *     2022"…
   * @param proof which order its figures prove
   * @param shortYear the two figures of its year, -1 when it has four
   */
  public record Written(LocalDate date, String form, Proof proof, int shortYear) {
    public String iso() {
      return date.toString();
    }
  }

  /** Which order of day and month the figures of one date prove. */
  public enum Proof {
    /** The order does not matter: the year is first, the month in letters, or both are equal. */
    NONE_NEEDED,
    /** 25/12: only the day can be first. */
    DAY_FIRST,
    /** 12/25: only the month can be first. */
    MONTH_FIRST,
    /** 04/05: nothing tells. */
    NOTHING
  }

  /**
   * The date, or null when the text is none. A time of midnight behind it is overlooked, unless it
   * has a zone: it is then the day before, or the same, elsewhere.
   */
  public static @Nullable Written read(String text) {
    return readDay(text, null, LIKELY);
  }

  /**
   * The date read in that order, or null.
   *
   * @param years those that two figures may stand for, null when a date with such a year is none
   */
  public static @Nullable Written read(String text, DateOrder order, @Nullable YearWindow years) {
    return readDay(text, order, years);
  }

  private static @Nullable Written readDay(
      String text, @Nullable DateOrder order, @Nullable YearWindow years) {
    if (text.length() > MAX_LENGTH || text.length() < 6) {
      return null;
    }
    String body = Numbers.spacesMadePlain(text).strip();
    Written date = readDate(body, order, years);
    if (date != null || body.length() < 14) {
      return date;
    }
    if (!mayHaveTime(body) || isPlainDateTime(body) && !body.startsWith("00:00:00", 11)) {
      return null;
    }
    Matcher timed = WITH_TIME.matcher(body);
    if (timed.matches() && midnight(timed) && !TWO_HOURS.matcher(body).matches()) {
      Written day = readDate(timed.group(1).strip(), order, years);
      return day == null
          ? null
          : new Written(day.date(), day.form() + " 00:00", day.proof(), day.shortYear());
    }
    return null;
  }

  /** The date and time in ISO 8601, or null; a date alone is at midnight. */
  public static @Nullable String readDateTime(String text) {
    String moment = moment(text, null, LIKELY);
    return moment == null || moment.indexOf('T') > 0 ? moment : toTheSecond(moment);
  }

  /**
   * The date, with its time when it has one, in ISO 8601; null when the text is neither. Nothing is
   * made up: seconds that nobody gave are not written, and a date alone stays one.
   */
  public static @Nullable String readMoment(
      String text, DateOrder order, @Nullable YearWindow years) {
    return moment(text, order, years);
  }

  private static @Nullable String moment(
      String text, @Nullable DateOrder order, @Nullable YearWindow years) {
    if (text.length() > MAX_LENGTH || text.length() < 6) {
      return null;
    }
    String body = Numbers.spacesMadePlain(text).strip();
    if (isPlainDateTime(body)) {
      return plainDateTime(body);
    }
    Matcher timed = WITH_TIME.matcher(body);
    if (!mayHaveTime(body) || !timed.matches()) {
      Written date = readDate(body, order, years);
      return date == null ? null : date.iso();
    }
    if (!isIso(body) && TWO_HOURS.matcher(body).matches()) {
      return null;
    }
    Written date = readDate(timed.group(1).strip(), order, years);
    int hour = Integer.parseInt(timed.group(2));
    int minute = Integer.parseInt(timed.group(3));
    String seconds = timed.group(4);
    int second = seconds == null ? 0 : Integer.parseInt(seconds);
    if (date == null || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    String fraction = timed.group(5);
    String zone = timed.group(6);
    return date.iso()
        + "T"
        + two(hour)
        + ":"
        + two(minute)
        + (seconds == null ? "" : ":" + two(second))
        + (fraction == null || fraction.matches("0+") ? "" : "." + fraction)
        + (zone == null
            ? ""
            : zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone);
  }

  /** True for a date, perhaps with its time, already written in ISO 8601. */
  public static boolean isIso(String text) {
    return ISO.matcher(text).matches();
  }

  /** A moment of ISO 8601 with its hour, minute and second, zero where they are not told. */
  public static String toTheSecond(String moment) {
    if (moment.length() == "2022-03-12".length()) {
      return moment + "T00:00:00";
    }
    int minuteEnd = "2022-03-12T10:30".length();
    boolean whole = moment.length() > minuteEnd && moment.charAt(minuteEnd) == ':';
    return whole ? moment : moment.substring(0, minuteEnd) + ":00" + moment.substring(minuteEnd);
  }

  /**
   * The day of a text that may have a time behind it, read as likely; null when it has none. Its
   * form shows the time: "12/03/2022 10:30".
   */
  public static @Nullable Written readDayOf(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    String body = Numbers.spacesMadePlain(text).strip();
    Written date = readDate(body, null, LIKELY);
    Matcher timed = WITH_TIME.matcher(body);
    if (date != null || !timed.matches()) {
      return date;
    }
    Written day = readDate(timed.group(1).strip(), null, LIKELY);
    String form = body.charAt(timed.end(1)) + "10:30";
    return day == null
        ? null
        : new Written(day.date(), day.form() + form, day.proof(), day.shortYear());
  }

  /** The day of the week that a date in letters bears, null when it bears none. */
  public static @Nullable DayOfWeek weekday(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    String body = Numbers.spacesMadePlain(text).strip();
    Matcher timed = WITH_TIME.matcher(body);
    String day = mayHaveTime(body) && timed.matches() ? timed.group(1).strip() : body;
    Matcher words = IN_WORDS.matcher(Words.fold(day));
    return words.matches() && words.group(1) != null ? WEEKDAYS.get(words.group(1)) : null;
  }

  /** True for a date of eight figures side by side. */
  static boolean isRunTogether(String text) {
    return COMPACT.matcher(text).matches() && read(text) != null;
  }

  /** True for 2022/25/03: a year, a day that no month can be, a month. */
  public static boolean isYearDayMonth(String text) {
    return YEAR_DAY_MONTH.matcher(text).matches();
  }

  /**
   * The only date that stands in a text that says more ("Conseil du 27 février 2023"), null when
   * there is none, when there are several, and when the text tells an hour as well: it is then no
   * day alone.
   */
  public static @Nullable Written within(String text, DateOrder order) {
    if (text.length() > LONGEST_SENTENCE || text.length() < 8 || read(text) != null) {
      return null;
    }
    String body = Words.fold(Numbers.spacesMadePlain(text));
    Matcher met = DAY_IN_TEXT.matcher(body);
    if (!met.find() || HOUR.matcher(body).find()) {
      return null;
    }
    int start = met.start();
    String day = met.group();
    boolean several = met.find() || OTHER_DAY_BEFORE.matcher(body.substring(0, start)).find();
    return several ? null : readDate(day, order, null);
  }

  /** A day, or a first and a last day apart by a slash, in ISO 8601; null when it is neither. */
  public static @Nullable String readPeriod(String text) {
    return period(text, null, LIKELY);
  }

  /** The same, its days read in that order. */
  public static @Nullable String readPeriod(
      String text, DateOrder order, @Nullable YearWindow years) {
    return period(text, order, years);
  }

  private static @Nullable String period(
      String text, @Nullable DateOrder order, @Nullable YearWindow years) {
    if (text.length() > 2 * MAX_LENGTH) {
      return null;
    }
    String body = Numbers.spacesMadePlain(text).strip();
    Written day = readDay(body, order, years);
    if (day != null) {
      return day.iso();
    }
    Matcher two = TWO_DAYS.matcher(body);
    if (!two.matches()) {
      return null;
    }
    Written first = readDay(two.group(1), order, years);
    Written last = readDay(two.group(2), order, years);
    return first == null || last == null || last.date().isBefore(first.date())
        ? null
        : first.iso() + "/" + last.iso();
  }

  /** The texts of the first and the last day of a period; the text itself when it is none. */
  public static List<String> daysOf(String text) {
    Matcher two = TWO_DAYS.matcher(Numbers.spacesMadePlain(text).strip());
    return text.length() <= 2 * MAX_LENGTH && two.matches()
        ? List.of(two.group(1), two.group(2))
        : List.of(text);
  }

  /** The date a spreadsheet keeps as this number of days, or null when it is not a likely one. */
  public static @Nullable LocalDate ofSerial(String text) {
    String digits = text.strip();
    if (digits.length() != 5 || digits.charAt(0) < '2' || digits.charAt(0) > '6') {
      return null;
    }
    for (int i = 0; i < 5; i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return null;
      }
    }
    return SPREADSHEET_EPOCH.plusDays(Integer.parseInt(digits));
  }

  private static boolean midnight(Matcher timed) {
    if (timed.group(6) != null) {
      return false;
    }
    String seconds = timed.group(4);
    String fraction = timed.group(5);
    return Integer.parseInt(timed.group(2)) == 0
        && Integer.parseInt(timed.group(3)) == 0
        && (seconds == null || Integer.parseInt(seconds) == 0)
        && (fraction == null || fraction.matches("0+"));
  }

  private static @Nullable Written readDate(
      String body, @Nullable DateOrder order, @Nullable YearWindow years) {
    int length = body.length();
    if (length < 6 || length > 32) {
      return null;
    }
    if (length > 10 || !isFigures(body)) {
      return inWords(body, years);
    }
    Matcher yearFirst = YEAR_FIRST.matcher(body);
    if (yearFirst.matches()) {
      String mark = yearFirst.group(2);
      return of(
          yearFirst.group(1),
          yearFirst.group(3),
          yearFirst.group(4),
          "2022" + mark + "03" + mark + "12",
          years);
    }
    Matcher yearLast = YEAR_LAST.matcher(body);
    if (yearLast.matches()) {
      return yearLast(yearLast, order, years);
    }
    Matcher compact = COMPACT.matcher(body);
    if (compact.matches()) {
      String year = compact.group(1) + compact.group(2);
      return of(year, compact.group(3), compact.group(4), RUN_TOGETHER, years);
    }
    return null;
  }

  private static @Nullable Written yearLast(
      Matcher figures, @Nullable DateOrder order, @Nullable YearWindow years) {
    int first = Integer.parseInt(figures.group(1));
    int second = Integer.parseInt(figures.group(3));
    Proof proof = proof(first, second);
    if (order == DateOrder.AS_PROVEN && proof == Proof.NOTHING) {
      return null;
    }
    boolean dayFirst =
        order == DateOrder.DAY_FIRST
            || (order != DateOrder.MONTH_FIRST && proof != Proof.MONTH_FIRST);
    String mark = figures.group(2);
    String year = figures.group(4);
    String form = "12" + mark + "03" + mark + (year.length() == 2 ? "22" : "2022");
    Written date =
        of(year, figures.group(dayFirst ? 3 : 1), figures.group(dayFirst ? 1 : 3), form, years);
    return date == null ? null : new Written(date.date(), form, proof, date.shortYear());
  }

  private static Proof proof(int first, int second) {
    if (first > MONTHS_IN_YEAR) {
      return Proof.DAY_FIRST;
    }
    if (second > MONTHS_IN_YEAR) {
      return Proof.MONTH_FIRST;
    }
    return first == second ? Proof.NONE_NEEDED : Proof.NOTHING;
  }

  /** True when there are only digits and the marks between them, so that no month is in words. */
  private static boolean isFigures(String body) {
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (!isDigit(c) && c != '-' && c != '/' && c != '.' && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** True when the text has a month's letters, ends in a digit and has no more than a date's. */
  private static boolean mayBeInWords(String body) {
    int digits = 0;
    boolean letters = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      digits += isDigit(c) ? 1 : 0;
      letters |= c >= 'A';
    }
    return letters && digits >= 3 && digits <= 6 && isDigit(body.charAt(body.length() - 1));
  }

  /** True when a digit stands before a colon or an h, and two behind. */
  private static boolean mayHaveTime(String body) {
    for (int i = 1; i + 2 < body.length(); i++) {
      char c = body.charAt(i);
      if ((c == ':' || c == 'h')
          && isDigit(body.charAt(i - 1))
          && isDigit(body.charAt(i + 1))
          && isDigit(body.charAt(i + 2))) {
        return true;
      }
    }
    return false;
  }

  /** True for the form "2022-03-12T10:30:00", by far the most frequent. */
  private static boolean isPlainDateTime(String body) {
    if (body.length() != PLAIN.length()) {
      return false;
    }
    for (int i = 0; i < PLAIN.length(); i++) {
      char expected = PLAIN.charAt(i);
      char c = body.charAt(i);
      boolean fits = expected == '0' ? isDigit(c) : c == expected || expected == 'T' && c == ' ';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String plainDateTime(String body) {
    boolean onTheClock =
        body.substring(11, 13).compareTo("24") < 0
            && body.charAt(14) < '6'
            && body.charAt(17) < '6';
    Written date =
        of(body.substring(0, 4), body.substring(5, 7), body.substring(8, 10), "2022-03-12", null);
    return date == null || !onTheClock ? null : date.iso() + "T" + body.substring(11);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable Written inWords(String body, @Nullable YearWindow years) {
    if (!mayBeInWords(body)) {
      return null;
    }
    Matcher words = IN_WORDS.matcher(Words.fold(body));
    if (!words.matches()) {
      return null;
    }
    Integer month = MONTHS.get(words.group(3));
    if (month == null) {
      return null;
    }
    return of(words.group(4), month.toString(), words.group(2), IN_LETTERS, years);
  }

  private static @Nullable Written of(
      String year, String month, String day, String form, @Nullable YearWindow years) {
    int y = Integer.parseInt(year);
    int shortYear = -1;
    if (year.length() == 2) {
      shortYear = y;
      y = years == null ? -1 : years.year(y);
    }
    if (y < 0) {
      return null;
    }
    try {
      LocalDate date = LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day));
      return new Written(date, form, Proof.NONE_NEEDED, shortYear);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static Pattern dayInText() {
    String month = "(?:" + String.join("|", new TreeSet<>(MONTHS.keySet()).descendingSet()) + ")";
    return Pattern.compile(
        "(?<![\\d/.-])(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2}))(?![\\d/-]|\\.\\d)"
            + "|(?<!\\d)\\d{1,2}(?:er)? ?"
            + month
            + "\\b\\.?(?: ?\\d{4}(?!\\d))?"
            + "|\\b"
            + month
            + "\\b\\.? \\d{4}(?!\\d)");
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static Map<String, DayOfWeek> weekdays() {
    String[][] names = {
      {"lundi", "lun", "monday", "mon"},
      {"mardi", "mar", "tuesday", "tue", "tues"},
      {"mercredi", "mer", "merc", "wednesday", "wed"},
      {"jeudi", "jeu", "thursday", "thu", "thur", "thurs"},
      {"vendredi", "ven", "vend", "friday", "fri"},
      {"samedi", "sam", "saturday", "sat"},
      {"dimanche", "dim", "sunday", "sun"}
    };
    Map<String, DayOfWeek> weekdays = new HashMap<>();
    for (int day = 0; day < names.length; day++) {
      for (String name : names[day]) {
        weekdays.put(name, DayOfWeek.of(day + 1));
      }
    }
    return Map.copyOf(weekdays);
  }

  private static Map<String, Integer> months() {
    String[][] names = {
      {"janvier", "janv", "jan", "january"},
      {"fevrier", "fevr", "fev", "february", "feb"},
      {"mars", "march", "mar"},
      {"avril", "avr", "april", "apr"},
      {"mai", "may"},
      {"juin", "june", "jun"},
      {"juillet", "juil", "july", "jul"},
      {"aout", "august", "aug"},
      {"septembre", "sept", "sep", "september"},
      {"octobre", "oct", "october"},
      {"novembre", "nov", "november"},
      {"decembre", "dec", "december"}
    };
    Map<String, Integer> months = new HashMap<>();
    for (int month = 0; month < names.length; month++) {
      for (String name : names[month]) {
        months.put(name, month + 1);
      }
    }
    return Map.copyOf(months);
  }
}
