package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Dates, by the numbers and the names of months that a cell holds, one after the other: the date
 * written must be made of them, in the announced order, and the time of what follows.
 */
final class NaiveDates {
  private static final Pattern PIECE = Pattern.compile("\\d+|[a-z]{3,}");
  private static final Pattern PLAIN = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)(Z|[+-]\\d{2}:\\d{2})?)?");
  private static final List<String> MONTHS =
      List.of(
          "jan",
          "f[e]?[vb]",
          "mar",
          "avr|apr",
          "mai|may",
          "juin|jun",
          "juil|jul",
          "ao|aug",
          "sep",
          "oct",
          "nov",
          "dec");

  private NaiveDates() {}

  static String checked(JsonNode settings, String text, String got) {
    String form = settings.get("form").asString();
    if (got.equals(text)) {
      Matcher plain = PLAIN.matcher(text);
      if (plain.matches()) {
        LocalDate date = date(settings, numbers(text));
        assertThat(date).as("«%s» was left although it is a date", text).isNull();
      }
      return text;
    }
    List<Piece> pieces = numbers(text);
    if (form.equals("PERIOD") && got.contains("/")) {
      String[] days = got.split("/");
      int half = pieces.size() / 2;
      assertThat(days[0]).isEqualTo(string(settings, pieces.subList(0, half), text));
      assertThat(days[1]).isEqualTo(string(settings, pieces.subList(half, pieces.size()), text));
      return got;
    }
    Matcher iso = ISO.matcher(got);
    assertThat(iso.matches()).as("«%s» became «%s», which is no date", text, got).isTrue();
    List<Piece> day = pieces.subList(0, Math.min(dayPieces(pieces), pieces.size()));
    assertThat(iso.group(1)).as("the day of «%s»", text).isEqualTo(string(settings, day, text));
    time(pieces.subList(day.size(), pieces.size()), iso, text, form);
    return got;
  }

  /** What the sentence holds beside its only day may be anything but another one, or an hour. */
  static String extracted(JsonNode settings, String text, String got) {
    Matcher plain = Pattern.compile("[A-Za-z ]{3,40} du (\\d{2}/\\d{2}/\\d{4})").matcher(text);
    if (plain.matches()) {
      LocalDate date = date(settings, numbers(plain.group(1)));
      return date == null ? text : date.toString();
    }
    if (got.equals(text)) {
      return text;
    }
    assertThat(got).as("what «%s» became", text).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(text)
        .as("a sentence of one day, which became %s", got)
        .doesNotMatch("(?s).*\\d ?h.*");
    List<Piece> pieces = numbers(text);
    int told = 0;
    for (int first = 0; first + 3 <= pieces.size(); first++) {
      LocalDate date = date(settings, pieces.subList(first, first + 3));
      told += date != null && date.toString().equals(got) ? 1 : 0;
    }
    assertThat(told).as("%s is in «%s»", got, text).isEqualTo(1);
    return got;
  }

  /** A number, or a month by its name. */
  private record Piece(String figures, boolean month) {
    int value() {
      return Integer.parseInt(figures);
    }
  }

  private static List<Piece> numbers(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher found = PIECE.matcher(folded(text));
    while (found.find()) {
      String piece = found.group();
      if (!Character.isDigit(piece.charAt(0))) {
        int month = month(piece);
        if (month > 0) {
          pieces.add(new Piece(Integer.toString(month), true));
        }
      } else if (piece.length() == 8 && pieces.isEmpty()) {
        pieces.add(new Piece(piece.substring(0, 4), false));
        pieces.add(new Piece(piece.substring(4, 6), false));
        pieces.add(new Piece(piece.substring(6), false));
      } else {
        pieces.add(new Piece(piece, false));
      }
    }
    return pieces;
  }

  private static String folded(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static int month(String word) {
    for (int month = 1; month <= MONTHS.size(); month++) {
      if (word.matches("(?:" + MONTHS.get(month - 1) + ").*") && !word.matches("mard.*|jeu.*")) {
        return month;
      }
    }
    return 0;
  }

  private static int dayPieces(List<Piece> pieces) {
    return 3;
  }

  private static String string(JsonNode settings, List<Piece> pieces, String text) {
    LocalDate date = date(settings, pieces);
    assertThat(date).as("the date that «%s» tells, its order being known", text).isNotNull();
    return String.valueOf(date);
  }

  private static @Nullable LocalDate date(JsonNode settings, List<Piece> pieces) {
    if (pieces.size() != 3) {
      return null;
    }
    Piece first = pieces.get(0);
    Piece second = pieces.get(1);
    Piece third = pieces.get(2);
    if (first.figures().length() == 4) {
      return of(first.value(), second.value(), third.value());
    }
    int year = year(settings, third.figures());
    if (second.month()) {
      return of(year, second.value(), first.value());
    }
    boolean provenDay = first.value() > 12;
    boolean provenMonth = second.value() > 12;
    return switch (settings.get("order").asString()) {
      case "DAY_FIRST" -> of(year, second.value(), first.value());
      case "MONTH_FIRST" -> of(year, first.value(), second.value());
      default ->
          provenMonth
              ? of(year, first.value(), second.value())
              : provenDay || first.value() == second.value()
                  ? of(year, second.value(), first.value())
                  : null;
    };
  }

  private static int year(JsonNode settings, String figures) {
    if (figures.length() == 4) {
      return Integer.parseInt(figures);
    }
    JsonNode years = settings.get("years");
    if (figures.length() != 2 || years == null || years.isNull()) {
      return -1;
    }
    for (int year = years.get("first").asInt(); year <= years.get("last").asInt(); year++) {
      if (year % 100 == Integer.parseInt(figures)) {
        return year;
      }
    }
    return -1;
  }

  private static @Nullable LocalDate of(int year, int month, int day) {
    try {
      return year < 0 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** Figures of the time are those of the cell; those of midnight may go where days are wanted. */
  private static void time(List<Piece> pieces, Matcher iso, String text, String form) {
    StringBuilder told = new StringBuilder();
    for (Piece piece : pieces) {
      told.append(piece.figures().length() == 1 ? "0" : "").append(piece.figures());
    }
    String zone = iso.group(3) == null ? "" : iso.group(3).replaceAll("[^0-9]", "");
    String written = iso.group(2) == null ? "" : iso.group(2).replaceAll("[^0-9]", "") + zone;
    String rest = told.toString();
    if (written.isEmpty()) {
      assertThat(rest).as("the time of «%s», which was not kept", text).matches("0*");
      return;
    }
    boolean added = form.equals("DATETIME_TO_THE_SECOND");
    assertThat(written.replaceAll("0+$", ""))
        .as("the time of «%s»", text)
        .isEqualTo(rest.replaceAll("0+$", ""));
    assertThat(added || written.length() <= rest.length())
        .as("seconds were made up: «%s» became %s", text, iso.group())
        .isTrue();
  }
}
