package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spaces, unseen signs, lines and escapes, by plain expressions and by what must be true after. */
final class NaiveTexts {
  private static final String NO_WIDTH = "\\u200b\\u2060\\ufeff";
  private static final String AROUND = "[ \\t-\\r\\p{Z}" + NO_WIDTH + "]";
  private static final String INSIDE = "[ \\t\\u00a0\\u202f]";
  private static final Pattern AROUND_ONE = Pattern.compile(AROUND);
  private static final Pattern WIDTHLESS = Pattern.compile("[" + NO_WIDTH + "]");
  private static final String DIRECTIONS = "\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
  private static final Pattern LINES =
      Pattern.compile(INSIDE + "*+[\\n-\\r\\u2028\\u2029]" + AROUND + "*+");
  private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f]");
  private static final Pattern WORKBOOK = Pattern.compile("_x00(?:0[0-9A-Fa-f]|1[0-9A-Fa-f])_");

  /** Some that French texts hold; the tries below say what must be true of the others. */
  private static final Map<String, String> NAMES =
      Map.of(
          "&eacute;",
          "é",
          "&#233;",
          "é",
          "&#xE9;",
          "é",
          "&#39;",
          "'",
          "&agrave;",
          "à",
          "&rsquo;",
          "’",
          "&euro;",
          "€",
          "&quot;",
          "\"");

  private NaiveTexts() {}

  private static int start(String text) {
    int start = 0;
    for (int at = 0; at < text.length() && is(AROUND_ONE, text.charAt(at)); at++) {
      start = is(WIDTHLESS, text.charAt(at)) ? start : at + 1;
    }
    return start;
  }

  private static int end(String text) {
    int end = text.length();
    for (int at = end - 1; at >= 0 && is(AROUND_ONE, text.charAt(at)); at--) {
      end = is(WIDTHLESS, text.charAt(at)) ? end : at;
    }
    return end;
  }

  private static boolean is(Pattern all, char c) {
    return all.matcher(Character.toString(c)).matches();
  }

  /** True for a text of spaces and codes alone: to be emptied, not trimmed. */
  static boolean showsNothing(String text) {
    return text.matches("[\\x00- \\p{Z}" + NO_WIDTH + "]+");
  }

  static String trimmed(String text) {
    if (showsNothing(text)) {
      return text;
    }
    String bare = text.substring(start(text), end(text));
    Matcher runs = Pattern.compile(INSIDE + "{2,}").matcher(bare);
    StringBuilder trimmed = new StringBuilder();
    while (runs.find()) {
      String unbreakable = runs.group().replace(" ", "");
      // a piece of each side is enough, and megabytes of spaces are not copied for each
      String after = bare.substring(runs.end(), Math.min(runs.end() + 1, bare.length()));
      String before = bare.substring(Math.max(0, runs.start() - 1), runs.start());
      boolean figures = FIGURE.matcher(before).matches() && FIGURE.matcher(after).matches();
      boolean marks = !after.isEmpty() && "»;:!?%€".contains(after);
      boolean typography = before.equals("«") || marks || figures;
      String one = typography && !unbreakable.isEmpty() ? unbreakable.substring(0, 1) : " ";
      runs.appendReplacement(trimmed, one);
    }
    return runs.appendTail(trimmed).toString();
  }

  static String onOneLine(String text) {
    int start = start(text);
    int end = Math.max(start, end(text));
    String bare = text.substring(start, end);
    return text.substring(0, start) + LINES.matcher(bare).replaceAll(" ") + text.substring(end);
  }

  static String seen(String text) {
    boolean rightToLeft = text.matches("(?s).*[\\p{IsHebrew}\\p{IsArabic}].*");
    String dropped =
        "\\x00-\\x08\\x0e-\\x1f\\x7f\\u00ad" + NO_WIDTH + (rightToLeft ? "" : DIRECTIONS);
    Matcher runs = Pattern.compile("[" + dropped + "]+").matcher(text);
    StringBuilder seen = new StringBuilder();
    while (runs.find()) {
      boolean first = runs.start() == 0 || is(AROUND_ONE, text.charAt(runs.start() - 1));
      boolean last = runs.end() == text.length() || is(AROUND_ONE, text.charAt(runs.end()));
      boolean parts = CONTROL.matcher(runs.group()).find() && !first && !last;
      runs.appendReplacement(seen, parts ? " " : "");
    }
    return runs.appendTail(seen).toString();
  }

  /** No letter may go: what is not an escape is there, in its order. */
  static String unescaped(String extent, String text, String got) {
    if (got.equals(text)) {
      boolean page = text.matches("(?s).*</?[A-Za-z].*");
      boolean accents = text.matches("(?s).*[\u00c0-\u017f].*");
      boolean plain = !page && !accents && !text.contains("&amp;") && !text.contains("_x");
      assertThat(plain && NAMES.keySet().stream().anyMatch(text::contains))
          .as("«%s» was left although it holds a name of a letter", text)
          .isFalse();
      return text;
    }
    if (text.indexOf('&') < 0 && extent.equals("SURE")) {
      String spaced = WORKBOOK.matcher(text).replaceAll(" ").replaceAll(" +", " ").strip();
      assertThat(got.replaceAll(" +", " ").strip())
          .as("«%s» without its codes", text)
          .isEqualTo(spaced);
      return got;
    }
    Pattern escape =
        Pattern.compile(
            "_x[0-9A-Fa-f]{4}_|&(?:amp;)*(?:#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|\\w{2,8});");
    Matcher found = escape.matcher(text);
    StringBuilder form = new StringBuilder("(?s)");
    int from = 0;
    while (found.find()) {
      form.append(Pattern.quote(text.substring(from, found.start())));
      form.append("(?:").append(Pattern.quote(found.group())).append("|.?)");
      from = found.end();
    }
    form.append(Pattern.quote(text.substring(from)));
    assertThat(got.matches(form.toString()))
        .as("«%s» became «%s»: something else than its escapes changed", text, got)
        .isTrue();
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      if (text.equals(name.getKey())) {
        return name.getValue();
      }
    }
    return got;
  }
}
