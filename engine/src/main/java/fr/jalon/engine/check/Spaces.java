package fr.jalon.engine.check;

import java.util.regex.Pattern;

/** Spaces that are there by accident. */
public final class Spaces {
  private static final Pattern SEVERAL = Pattern.compile("[ \\u00a0]{2,}");
  private static final Pattern ENDS =
      Pattern.compile("^[\\s\\u00a0\\u202f\\u200b\\ufeff]+|[\\s\\u00a0\\u202f\\u200b\\ufeff]+$");

  private Spaces() {}

  /** A look that costs nothing, as nearly every value is already trimmed. */
  private static boolean isSuspect(String text) {
    int last = text.length() - 1;
    if (last < 0 || isSpace(text.charAt(0)) || isSpace(text.charAt(last))) {
      return true;
    }
    for (int i = 1; i < last; i++) {
      if (isSpace(text.charAt(i)) && isSpace(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u200b' || c == '\ufeff';
  }

  /** The text without spaces around it, and with single ones inside. */
  public static String trimmed(String text) {
    if (!isSuspect(text)) {
      return text;
    }
    String bare = ENDS.matcher(text).replaceAll("");
    return SEVERAL.matcher(bare).replaceAll(" ");
  }
}
