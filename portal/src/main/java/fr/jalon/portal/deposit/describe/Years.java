package fr.jalon.portal.deposit.describe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a year to another, both included. */
record Years(int first, int last) {
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d.,])(?:19|20)\\d\\d(?![\\d.,]\\d|\\d)");

  /** The years a text names; none when it names none. */
  static Optional<Years> in(String text) {
    Matcher year = YEAR.matcher(text);
    @Nullable Years all = null;
    while (year.find()) {
      int one = Integer.parseInt(year.group());
      all = all == null ? new Years(one, one) : all.with(one);
    }
    return Optional.ofNullable(all);
  }

  private Years with(int year) {
    return new Years(Math.min(first, year), Math.max(last, year));
  }

  /** "2022" or "2019 à 2023". */
  String words() {
    return first == last ? String.valueOf(first) : first + " à " + last;
  }
}
