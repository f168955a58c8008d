package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.PlainNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the number format of a cell makes of its number: a date or a time in ISO 8601, a code with
 * its zeros ({@code 00000} shows 1015 as 01015), or the number itself, exact and never rounded.
 *
 * <p>Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31.
 */
final class CellFormat {
  static final CellFormat GENERAL = new CellFormat(Kind.NUMBER, "", null, 0);

  private static final double LAST_SERIAL = 2_958_466;
  private static final int DAYS_TO_1904 = 1_462;
  private static final int SECONDS_A_DAY = 86_400;
  private static final double EXACT = 1e15;

  /** Stands in a pattern for a digit place filled with zeros. */
  private static final char ZERO_PLACE = '\uE000';

  /** Stands in a pattern for a digit place left out when there is no digit. */
  private static final char FREE_PLACE = '\uE001';

  enum Kind {
    NUMBER,
    CODE,
    DATE,
    DATE_TIME,
    TIME,
    DURATION
  }

  private final Kind kind;
  private final String pattern;
  private final @Nullable CellFormat otherwise;
  private final double bound;

  /**
   * @param pattern for codes: digit places and the characters between
   * @param otherwise the format of numbers over the bound, when there is one
   */
  private CellFormat(Kind kind, String pattern, @Nullable CellFormat otherwise, double bound) {
    this.kind = kind;
    this.pattern = pattern;
    this.otherwise = otherwise;
    this.bound = bound;
  }

  Kind kind() {
    return kind;
  }

  /** True when numbers are shown as they are. */
  boolean isPlain() {
    return kind == Kind.NUMBER && otherwise == null;
  }

  /** The format a workbook names by number only. */
  static CellFormat builtIn(int id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
      return new CellFormat(Kind.DATE, "", null, 0);
    }
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) {
      return new CellFormat(Kind.TIME, "", null, 0);
    }
    if (id == 22) {
      return new CellFormat(Kind.DATE_TIME, "", null, 0);
    }
    return id == 46 ? new CellFormat(Kind.DURATION, "", null, 0) : GENERAL;
  }

  static CellFormat of(String code) {
    if (code.length() > 1_000) {
      return GENERAL;
    }
    List<String> sections = sections(code);
    String first = sections.get(0);
    CellFormat format = section(first);
    int condition = first.indexOf("[<");
    if (condition >= 0 && sections.size() > 1) {
      int end = first.indexOf(']', condition);
      try {
        double bound = Double.parseDouble(first.substring(condition + 2, end).replace("=", ""));
        return new CellFormat(format.kind, format.pattern, section(sections.get(1)), bound);
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        return format;
      }
    }
    return format;
  }

  /** The text of a number under this format. */
  String text(double value, boolean from1904) {
    CellFormat other = otherwise;
    if (other != null && value > bound) {
      return other.text(value, from1904);
    }
    String text =
        switch (kind) {
          case NUMBER -> null;
          case CODE -> codeText(value);
          case DATE, DATE_TIME, TIME -> dateText(value, from1904);
          case DURATION -> durationText(value);
        };
    return text == null ? PlainNumber.shown(value) : text;
  }

  /** The digits of the number put in the places of the pattern, from the right. */
  private @Nullable String codeText(double value) {
    if (value < 0 || value != Math.rint(value) || value >= EXACT) {
      return null;
    }
    String digits = Long.toString((long) value);
    int next = digits.length() - 1;
    int first = Math.max(pattern.indexOf(ZERO_PLACE), 0);
    StringBuilder reversed = new StringBuilder();
    for (int i = pattern.length() - 1; i >= 0; i--) {
      char c = pattern.charAt(i);
      if (c != ZERO_PLACE && c != FREE_PLACE) {
        reversed.append(c);
        continue;
      }
      if (next >= 0) {
        reversed.append(digits.charAt(next--));
      } else if (c == ZERO_PLACE) {
        reversed.append('0');
      }
      while (i == first && next >= 0) {
        reversed.append(digits.charAt(next--));
      }
    }
    return reversed.reverse().toString();
  }

  private @Nullable String dateText(double serial, boolean from1904) {
    double value = from1904 ? serial + DAYS_TO_1904 : serial;
    if (!(serial >= 0) || value >= LAST_SERIAL) {
      return null;
    }
    long day = (long) Math.floor(value);
    long second = Math.round((value - day) * SECONDS_A_DAY);
    if (second == SECONDS_A_DAY) {
      day++;
      second = 0;
    }
    if (kind == Kind.TIME) {
      return serial < 1 ? clock(second) : dateAndTime(day, second);
    }
    if (day == 0) {
      return kind == Kind.DATE ? null : clock(second);
    }
    return dateAndTime(day, kind == Kind.DATE ? 0 : second);
  }

  private static String dateAndTime(long day, long second) {
    // spreadsheets believe that 1900 had a 29 February, day 60
    LocalDate date = LocalDate.of(1899, 12, 30).plusDays(day < 60 ? day + 1 : day);
    String text = day == 60 ? "1900-02-29" : date.toString();
    return second == 0 ? text : text + "T" + clock(second);
  }

  private static @Nullable String durationText(double value) {
    if (!(value >= 0) || value >= LAST_SERIAL) {
      return null;
    }
    return clock(Math.round(value * SECONDS_A_DAY));
  }

  /** Hours, minutes and seconds; the hours go on past 24. */
  static String clock(long seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static List<String> sections(String code) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '\\' && !quoted && i + 1 < code.length()) {
        section.append(c).append(code.charAt(++i));
      } else if (c == ';' && !quoted) {
        sections.add(section.toString());
        section.setLength(0);
      } else {
        quoted ^= c == '"';
        section.append(c);
      }
    }
    sections.add(section.toString());
    return sections;
  }

  private static CellFormat section(String section) {
    Scan scan = new Scan();
    scan.read(section);
    Kind kind = scan.kind();
    return kind == Kind.NUMBER
        ? GENERAL
        : new CellFormat(kind, kind == Kind.CODE ? scan.pattern.toString() : "", null, 0);
  }

  /** Walks through one section of a format code. */
  private static final class Scan {
    private final StringBuilder pattern = new StringBuilder();
    private final StringBuilder letters = new StringBuilder();
    private int places;
    private char firstPlace;
    private boolean arithmetic;
    private boolean elapsed;

    void read(String section) {
      String lower = section.toLowerCase(Locale.ROOT);
      if (lower.startsWith("general") || lower.startsWith("standard") || lower.equals("@")) {
        arithmetic = true;
        return;
      }
      for (int i = 0; i < section.length(); i++) {
        char c = section.charAt(i);
        switch (c) {
          case '"' -> {
            int end = section.indexOf('"', i + 1);
            end = end < 0 ? section.length() : end;
            pattern.append(section, i + 1, end);
            i = end;
          }
          case '\\' -> {
            if (++i < section.length()) {
              pattern.append(section.charAt(i));
            }
          }
          case '_', '*' -> i++;
          case '[' -> {
            int end = section.indexOf(']', i);
            end = end < 0 ? section.length() : end;
            elapsed |= lower.substring(i + 1, end).matches("h+|m+|s+");
            i = end;
          }
          case '0', '#' -> {
            firstPlace = places++ == 0 ? c : firstPlace;
            pattern.append(c == '0' ? ZERO_PLACE : FREE_PLACE);
          }
          case '.', ',', '%', '/', '?' -> arithmetic = true;
          case 'E' -> {
            arithmetic = true;
            i++;
          }
          default -> letter(c);
        }
      }
    }

    private void letter(char c) {
      char lower = Character.toLowerCase(c);
      // j and a are day and year in codes a French program left untranslated
      if ("ymdhsja".indexOf(lower) < 0) {
        pattern.append(c);
      } else if (letters.length() == 0 || letters.charAt(letters.length() - 1) != lower) {
        letters.append(lower);
      }
    }

    Kind kind() {
      if (elapsed) {
        return Kind.DURATION;
      }
      String all = letters.toString();
      boolean hours = all.indexOf('h') >= 0 || all.indexOf('s') >= 0;
      boolean date =
          all.equals("m")
              || all.indexOf('y') >= 0
              || all.indexOf('d') >= 0
              || all.indexOf('j') >= 0;
      if (places <= 3 && date) {
        return hours ? Kind.DATE_TIME : Kind.DATE;
      }
      if (places <= 3 && hours) {
        return Kind.TIME;
      }
      return !arithmetic && places >= 2 && firstPlace == '0' ? Kind.CODE : Kind.NUMBER;
    }
  }
}
