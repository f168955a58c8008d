package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a value becomes by a choice that hides people, written a second time: the plain forms are
 * computed, others are tried. Whatever cannot be read must be masked, never left.
 */
final class NaiveProtect {
  private static final String MASK = "[masqué]";
  private static final Pattern MAIL =
      Pattern.compile("[a-z]+[.][a-z]+@(?:gmail|orange)[.](?:com|fr)");
  private static final Pattern FRENCH = Pattern.compile("([0-3]\\d)/([01]\\d)/((?:19|20)\\d{2})");
  private static final Pattern ISO = Pattern.compile("((?:19|20)\\d{2})-([01]\\d)-([0-3]\\d)");
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "group-month", Pattern.compile("\\d{4}-\\d{2}"),
          "group-year", Pattern.compile("\\d{4}"),
          "group-age-band", Pattern.compile("\\d{1,2}-\\d{2} ans|75 ans ou plus"),
          "group-commune", Pattern.compile("\\d{5}(?: [^\\d]+)?|[^\\d]+"),
          "group-initial", Pattern.compile("\\p{L}[.](?:[- ]\\p{L}[.])*"));

  private NaiveProtect() {}

  static String hidden(JsonNode mend, String text, String got) {
    String choice = mend.get("choice").asString();
    boolean whole = mend.get("extent").asString().equals("COLUMN");
    if (choice.equals("group-under-five")) {
      return text.strip().matches("[1-4](?:[.,]0+)?") ? "< 5" : text;
    }
    if (choice.equals("mask")) {
      return whole ? MASK : piecesGone(text, got);
    }
    if (choice.equals("remove-cells")) {
      assertThat(got).isIn("", text);
      assertThat(MAIL.matcher(got).find()).as("a mailbox left in «%s»", got).isFalse();
      return got;
    }
    return grouped(choice, mend.get("year").asInt(), text.strip(), got);
  }

  private static String grouped(String choice, int year, String text, String got) {
    if (!got.equals(MASK)) {
      assertThat(got).as("«%s» by %s", text, choice).matches(FORMS.get(choice));
    }
    Matcher french = FRENCH.matcher(text);
    Matcher iso = ISO.matcher(text);
    boolean isFrench = french.matches();
    if (!isFrench && !iso.matches()) {
      return got;
    }
    String born = isFrench ? french.group(3) : iso.group(1);
    String month = isFrench ? french.group(2) : iso.group(2);
    String day = isFrench ? french.group(1) : iso.group(3);
    boolean isDay = Integer.parseInt(month) <= 12 && Integer.parseInt(month) > 0;
    if (!isDay || Integer.parseInt(day) > 28 || Integer.parseInt(day) == 0) {
      return got;
    }
    return switch (choice) {
      case "group-month" -> born + "-" + month;
      case "group-year" -> born;
      case "group-age-band" ->
          band(year, Integer.parseInt(born), month.equals("01") && day.equals("01"));
      default -> got;
    };
  }

  private static String band(int year, int born, boolean onTheFirst) {
    int age = Math.max(0, year - born - (onTheFirst ? 0 : 1));
    int first = Math.min(75, age / 15 * 15);
    return age > 125 ? MASK : first == 75 ? "75 ans ou plus" : first + "-" + (first + 14) + " ans";
  }

  /** Some pieces became the mask, all the rest stays in its order. */
  private static String piecesGone(String text, String got) {
    List<String> left = List.of(got.split(Pattern.quote(MASK), -1));
    int at = 0;
    for (String piece : left) {
      int found = text.indexOf(piece, at);
      assertThat(found).as("«%s» in «%s»", piece, text).isGreaterThanOrEqualTo(at);
      at = found + piece.length();
    }
    assertThat(text).startsWith(left.get(0)).endsWith(left.get(left.size() - 1));
    assertThat(MAIL.matcher(got).find()).as("a mailbox left in «%s»", got).isFalse();
    return got;
  }
}
