package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Spaces, line breaks, unseen signs and escapes, told letter by letter. */
final class NaiveTexts {
  private static final String NO_WIDTH = "\u200b\u2060\ufeff";
  private static final String DIRECTIONS =
      "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
  private static final String INNER = " \t\u00a0\u202f";
  private static final String BREAKS = "\n\u000b\f\r\u2028\u2029";

  /** One escape, or one more "amp;" of an escape escaped again. */
  private static final Pattern ESCAPE =
      Pattern.compile("_x([0-9A-Fa-f]{4})_|&#(\\d+);|&#[xX]([0-9A-Fa-f]+);|&([A-Za-z]+\\d?);");

  private static final Map<String, Integer> NAMES =
      Map.of(
          "amp", 38, "quot", 34, "apos", 39, "lt", 60, "gt", 62, "nbsp", 160, "eacute", 233,
          "egrave", 232, "agrave", 224, "rsquo", 8217);

  private NaiveTexts() {}

  private static boolean isNoWidth(char c) {
    return NO_WIDTH.indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || String.valueOf(c).matches("\\p{Z}");
  }

  static boolean isOnlySpaces(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c < ' ' || isSpace((char) c) || isNoWidth((char) c));
  }

  /** Up to the last space of those the text begins with, signs of no width among them. */
  private static int start(String text) {
    int start = 0;
    int at = 0;
    while (at < text.length() && (isSpace(text.charAt(at)) || isNoWidth(text.charAt(at)))) {
      at++;
      start = isSpace(text.charAt(at - 1)) ? at : start;
    }
    return start;
  }

  private static int end(String text) {
    return text.length() - start(new StringBuilder(text).reverse().toString());
  }

  /** As {@link #trimmed(String)}, but inner spaces stay where one of the wordings stands. */
  static String trimmed(String text, JsonNode kept) {
    for (JsonNode wording : kept) {
      if (text.contains(wording.asString())) {
        return isOnlySpaces(text) ? text : text.substring(start(text), end(text));
      }
    }
    return trimmed(text);
  }

  static String trimmed(String text) {
    if (isOnlySpaces(text)) {
      return text;
    }
    String bare = text.substring(start(text), end(text));
    StringBuilder trimmed = new StringBuilder();
    for (int at = 0; at < bare.length(); at++) {
      int run = at;
      while (run < bare.length() && INNER.indexOf(bare.charAt(run)) >= 0) {
        run++;
      }
      if (run > at + 1) {
        char before = at == 0 ? ' ' : bare.charAt(at - 1);
        char after = run == bare.length() ? ' ' : bare.charAt(run);
        boolean hard =
            (Character.isDigit(before) && Character.isDigit(after))
                || before == '«'
                || "»;:!?%€".indexOf(after) >= 0;
        String others = bare.substring(at, run).replace(" ", "");
        trimmed.append(hard && !others.isEmpty() ? others.charAt(0) : ' ');
        at = run - 1;
      } else {
        trimmed.append(bare.charAt(at));
      }
    }
    return trimmed.toString();
  }

  /** Each break, with the spaces before and all that is unseen after, is one space. */
  static String onOneLine(String text) {
    int first = start(text);
    int last = end(text);
    if (first >= last) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.substring(0, first));
    for (int at = first; at < last; at++) {
      if (BREAKS.indexOf(text.charAt(at)) < 0) {
        line.append(text.charAt(at));
        continue;
      }
      while (line.length() > first && INNER.indexOf(line.charAt(line.length() - 1)) >= 0) {
        line.setLength(line.length() - 1);
      }
      line.append(' ');
      while (at + 1 < last && (isSpace(text.charAt(at + 1)) || isNoWidth(text.charAt(at + 1)))) {
        at++;
      }
    }
    return line.append(text.substring(last)).toString();
  }

  static String seen(String text) {
    boolean leftwards =
        text.codePoints()
            .map(Character::getDirectionality)
            .anyMatch(
                direction ->
                    direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    StringBuilder seen = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean code = (c < ' ' && !isSpace(c)) || c == '\u007f';
      boolean unseen = c == '\u00ad' || isNoWidth(c);
      boolean direction = DIRECTIONS.indexOf(c) >= 0;
      if (code) {
        boolean word = !seen.isEmpty() && isWord(seen.charAt(seen.length() - 1));
        seen.append(word && at + 1 < text.length() && isWord(text.charAt(at + 1)) ? " " : "");
      } else if (!unseen && !(direction && !leftwards)) {
        seen.append(c);
      }
    }
    return seen.toString();
  }

  private static boolean isWord(char c) {
    return !isSpace(c) && !isNoWidth(c);
  }

  /** Each escape is as it was, or its sign; a control code is a space, or nothing beside one. */
  static String unescaped(JsonNode settings, String text, String got) {
    if (got.equals(text)) {
      boolean plain = text.matches("[ -~&&[^<&_]]*_x000[1-8]_[ -~&&[^<&_]]*");
      assertThat(plain).as("«%s» was left although it holds a code", text).isFalse();
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    int at = 0;
    int place = 0;
    while (at < text.length()) {
      boolean same = place < got.length() && got.charAt(place) == text.charAt(at);
      boolean escaped = escape.region(at, text.length()).lookingAt();
      int sign = escaped ? sign(escape) : -1;
      if (escaped
          && sign == '&'
          && escape.group(1) == null
          && text.startsWith(";", escape.end() - 1)
          && ESCAPE.matcher("&" + text.substring(escape.end())).lookingAt()) {
        text = text.substring(0, at) + "&" + text.substring(escape.end());
        escape = ESCAPE.matcher(text);
      } else if (escaped && sign >= 0 && sign < ' ') {
        boolean first = place == 0 || got.charAt(place - 1) <= ' ';
        boolean last = escape.end() == text.length() || text.charAt(escape.end()) <= ' ';
        place += first || last || place == got.length() || got.charAt(place) != ' ' ? 0 : 1;
        at = escape.end();
      } else if (escaped && place < got.length() && got.codePointAt(place) == sign) {
        place += Character.charCount(sign);
        at = escape.end();
      } else if (escaped && sign == 0xA0 && (place == 0 || place == got.length())) {
        at = escape.end();
      } else {
        assertThat(same).as("«%s» became «%s»", text, got).isTrue();
        place++;
        at++;
      }
    }
    assertThat(place).as("«%s» became «%s»", text, got).isEqualTo(got.length());
    return got;
  }

  private static int sign(Matcher escape) {
    if (escape.group(1) != null) {
      return Integer.parseInt(escape.group(1), 16);
    }
    if (escape.group(2) != null) {
      return escape.group(2).length() > 6 ? -1 : Integer.parseInt(escape.group(2));
    }
    if (escape.group(3) != null) {
      return escape.group(3).length() > 5 ? -1 : Integer.parseInt(escape.group(3), 16);
    }
    return NAMES.getOrDefault(escape.group(4), -1);
  }
}
