package fr.jalon.engine.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the values people filter by; a decimal comma and a day first are understood too. */
final class FilterValues {
  private static final String NUMBER = "[+-]?[0-9]{1,30}([.,][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?";
  private static final String DAY_FIRST = "[0-9]{2}/[0-9]{2}/[0-9]{4}";

  private FilterValues() {}

  /** What is to be bound, null when the value is not of the type. */
  static @Nullable Object convert(Stored.Type type, String value) {
    return switch (type) {
      case TEXT -> value;
      case INTEGER, DECIMAL -> number(value.strip());
      case BOOLEAN -> bool(value.strip());
      case DATE -> date(value.strip());
      case DATETIME -> dateTime(value.strip());
      case INSTANT -> instant(value.strip());
    };
  }

  private static @Nullable Object number(String value) {
    if (!value.matches(NUMBER)) {
      return null;
    }
    if (value.matches("-?[0-9]{1,18}")) {
      return Long.parseLong(value);
    }
    double number = Double.parseDouble(value.replace(',', '.'));
    return Double.isInfinite(number) ? null : number;
  }

  private static @Nullable Object bool(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1", "oui", "vrai" -> true;
      case "false", "0", "non", "faux" -> false;
      default -> null;
    };
  }

  private static @Nullable String date(String value) {
    LocalDate date = parseDate(value);
    return date == null ? null : date.toString();
  }

  private static @Nullable String dateTime(String value) {
    LocalDate date = parseDate(value);
    if (date != null) {
      return date + "T00:00:00";
    }
    try {
      return LocalDateTime.parse(value.replace(' ', 'T')).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String instant(String value) {
    String local = dateTime(value);
    if (local != null) {
      return local + "Z";
    }
    try {
      return OffsetDateTime.parse(value.replace(' ', 'T'))
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate parseDate(String value) {
    try {
      if (value.matches(DAY_FIRST)) {
        return LocalDate.of(
            Integer.parseInt(value.substring(6)),
            Integer.parseInt(value.substring(3, 5)),
            Integer.parseInt(value.substring(0, 2)));
      }
      return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(value) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
