package fr.jalon.engine.rule.mend;

/** Spaces that are there by accident. */
public final class Spaces {
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

  /**
   * The text without spaces around it, and with single ones inside. No expression does it: looking
   * for spaces at the end takes the square of the time on a cell that is nothing but spaces.
   */
  public static String trimmed(String text) {
    if (!isSuspect(text)) {
      return text;
    }
    int start = 0;
    int end = text.length();
    while (start < end && isAround(text.charAt(start))) {
      start++;
    }
    while (end > start && isAround(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder bare = new StringBuilder(end - start);
    int i = start;
    while (i < end) {
      int run = i;
      while (run < end && isBetweenWords(text.charAt(run))) {
        run++;
      }
      bare.append(run - i > 1 ? ' ' : text.charAt(i));
      i = Math.max(run, i + 1);
    }
    return bare.toString();
  }

  private static boolean isAround(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > ' ' && isSpace(c));
  }

  private static boolean isBetweenWords(char c) {
    return c == ' ' || c == '\u00a0';
  }
}
