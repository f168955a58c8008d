package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads a canonical value into the 64 bits in which its type is stored: a whole number; the bits of
 * a double; 0 or 1; days since 1970-01-01; microseconds since 1970-01-01T00:00.
 *
 * <p>Says no rather than lose something: a number with a leading zero is a code, one with more than
 * 15 digits before its point does not fit a double. Not thread-safe: the answer is left in fields.
 */
final class ValueParser {
  private static final double[] POWERS_OF_TEN = powersOfTen();
  private static final int EXACT_DIGITS = 15;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private long value;
  private boolean zoned;

  /** The bits of the value last parsed. */
  long value() {
    return value;
  }

  /** True when the date and time last parsed bears its distance to UTC. */
  boolean zoned() {
    return zoned;
  }

  boolean parse(ValueType type, byte[] bytes, int offset, int length) {
    return switch (type) {
      case TEXT -> true;
      case INTEGER -> parseInteger(bytes, offset, length);
      case DECIMAL -> parseDecimal(bytes, offset, length);
      case BOOLEAN -> parseBoolean(bytes, offset, length);
      case DATE -> length == 10 && parseDate(bytes, offset);
      case DATETIME -> parseDateTime(bytes, offset, length);
    };
  }

  private boolean parseInteger(byte[] bytes, int offset, int length) {
    int start = length > 0 && bytes[offset] == '-' ? 1 : 0;
    int digits = length - start;
    if (digits < 1 || digits > 18 || bytes[offset + start] == '0' && length > 1) {
      return false;
    }
    long parsed = 0;
    for (int i = offset + start; i < offset + length; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      parsed = parsed * 10 + digit;
    }
    value = start == 1 ? -parsed : parsed;
    return true;
  }

  private boolean parseDecimal(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset;
    boolean negative = length > 0 && bytes[at] == '-';
    if (negative) {
      at++;
    }
    int whole = digits(bytes, at, end);
    if (whole == 0 || whole > EXACT_DIGITS || whole > 1 && bytes[at] == '0') {
      return false;
    }
    int point = at + whole;
    int fraction = 0;
    if (point < end && bytes[point] == '.') {
      fraction = digits(bytes, point + 1, end);
      if (fraction == 0) {
        return false;
      }
      point += 1 + fraction;
    }
    if (point < end) {
      return parseScientific(bytes, offset, point, end);
    }
    if (whole + fraction > EXACT_DIGITS) {
      value = Double.doubleToRawLongBits(Double.parseDouble(text(bytes, offset, end)));
      return true;
    }
    long mantissa = 0;
    for (int i = at; i < end; i++) {
      if (bytes[i] != '.') {
        mantissa = mantissa * 10 + bytes[i] - '0';
      }
    }
    // both operands are exact, so the quotient is the nearest double
    double quotient = mantissa / POWERS_OF_TEN[fraction];
    value = Double.doubleToRawLongBits(negative ? -quotient : quotient);
    return true;
  }

  private boolean parseScientific(byte[] bytes, int offset, int point, int end) {
    if (bytes[point] != 'e' && bytes[point] != 'E') {
      return false;
    }
    int at = point + 1;
    if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
      at++;
    }
    int exponent = digits(bytes, at, end);
    if (exponent == 0 || exponent > 3 || at + exponent != end) {
      return false;
    }
    double parsed = Double.parseDouble(text(bytes, offset, end));
    value = Double.doubleToRawLongBits(parsed);
    return !Double.isInfinite(parsed);
  }

  private boolean parseBoolean(byte[] bytes, int offset, int length) {
    if (length > 5) {
      return false;
    }
    switch (text(bytes, offset, offset + length).toLowerCase(Locale.ROOT)) {
      case "true", "1", "oui", "vrai" -> value = 1;
      case "false", "0", "non", "faux" -> value = 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean parseDate(byte[] bytes, int offset) {
    if (bytes[offset + 4] != '-'
        || bytes[offset + 7] != '-'
        || digits(bytes, offset, offset + 4) != 4
        || digits(bytes, offset + 5, offset + 7) != 2
        || digits(bytes, offset + 8, offset + 10) != 2) {
      return false;
    }
    int year = twoDigits(bytes, offset) * 100 + twoDigits(bytes, offset + 2);
    int month = twoDigits(bytes, offset + 5);
    int day = twoDigits(bytes, offset + 8);
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
      return false;
    }
    value = epochDay(year, month, day);
    return true;
  }

  /** {@code 2024-05-31T14:30}, with or without seconds and distance to UTC. */
  private boolean parseDateTime(byte[] bytes, int offset, int length) {
    int end = offset + length;
    if (length < 16
        || bytes[offset + 10] != 'T' && bytes[offset + 10] != ' '
        || bytes[offset + 13] != ':'
        || digits(bytes, offset + 11, offset + 13) != 2
        || digits(bytes, offset + 14, offset + 16) != 2
        || !parseDate(bytes, offset)) {
      return false;
    }
    int hour = twoDigits(bytes, offset + 11);
    int minute = twoDigits(bytes, offset + 14);
    int second = 0;
    long micros = 0;
    int at = offset + 16;
    if (at < end && bytes[at] == ':') {
      if (digits(bytes, at + 1, Math.min(at + 3, end)) != 2) {
        return false;
      }
      second = twoDigits(bytes, at + 1);
      at += 3;
      if (at < end && bytes[at] == '.') {
        int fraction = digits(bytes, at + 1, end);
        if (fraction == 0 || fraction > 6) {
          return false;
        }
        for (int i = 0; i < 6; i++) {
          micros = micros * 10 + (i < fraction ? bytes[at + 1 + i] - '0' : 0);
        }
        at += 1 + fraction;
      }
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    long local = value * 86_400 + hour * 3600L + minute * 60L + second;
    return parseZone(bytes, at, end, local, micros);
  }

  private boolean parseZone(byte[] bytes, int at, int end, long local, long micros) {
    long shift = 0;
    zoned = at < end;
    if (zoned && !(bytes[at] == 'Z' && at + 1 == end)) {
      boolean signed = bytes[at] == '+' || bytes[at] == '-';
      if (!signed
          || end - at != 6
          || bytes[at + 3] != ':'
          || digits(bytes, at + 1, at + 3) != 2
          || digits(bytes, at + 4, at + 6) != 2) {
        return false;
      }
      shift = twoDigits(bytes, at + 1) * 3600L + twoDigits(bytes, at + 4) * 60L;
      shift = bytes[at] == '-' ? -shift : shift;
    }
    value = (local - shift) * MICROS_PER_SECOND + micros;
    return true;
  }

  private static int digits(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at - from;
  }

  private static int twoDigits(byte[] bytes, int at) {
    return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days since 1970-01-01, counting years from March so that the leap day is the last. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(shifted, 400);
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  private static String text(byte[] bytes, int offset, int end) {
    return new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
  }

  private static double[] powersOfTen() {
    double[] powers = new double[EXACT_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
