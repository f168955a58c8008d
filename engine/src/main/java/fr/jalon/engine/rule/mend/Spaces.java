package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Blanks;

/** Spaces, line breaks and unseen signs that are there by accident. */
public final class Spaces {
  private static final String UNSEEN =
      "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";
  private static final String DIRECTIONS =
      "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  /** The space of no width (Unicode, ZWSP) says where a line may end: between words, often. */
  private static final char MAY_BREAK = '\u200b';

  /** French sets an unbreakable space before these, and after an opening quote. */
  private static final String AFTER_SPACE = "»;:!?%€";

  private Spaces() {}

  /** A look that costs nothing, as nearly every value is already trimmed. */
  private static boolean isSuspect(String text) {
    int last = text.length() - 1;
    if (last < 0 || isAround(text.charAt(0)) || isAround(text.charAt(last))) {
      return true;
    }
    for (int i = 1; i < last; i++) {
      if (isBetweenWords(text.charAt(i)) && isBetweenWords(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text without spaces around it, and with single ones inside; one that is nothing but spaces
   * stays. No expression does it: looking for spaces at the end takes the square of the time on a
   * cell that is nothing but spaces.
   */
  public static String trimmed(String text) {
    if (!isSuspect(text) || Blanks.isOnlySpaces(text)) {
      return text;
    }
    int start = start(text);
    int end = end(text);
    StringBuilder bare = new StringBuilder(end - start);
    int i = start;
    while (i < end) {
      int run = i;
      while (run < end && isBetweenWords(text.charAt(run)) && !isHalfLetter(text, run)) {
        run++;
      }
      bare.append(run - i > 1 ? single(text, i, run) : text.charAt(i));
      i = Math.max(run, i + 1);
    }
    return bare.toString();
  }

  /** The text without spaces around it, inner ones as they were; nothing but spaces stays. */
  static String around(String text) {
    return Blanks.isOnlySpaces(text) ? text : text.substring(start(text), end(text));
  }

  /**
   * True when the space is half of a badly read "à", which is written "Ã" and an unbreakable space:
   * without it the letter could not come back. After a capital, "Ã" may be right: "IRMÃ".
   */
  private static boolean isHalfLetter(String text, int at) {
    return at > 0
        && text.charAt(at - 1) == 'Ã'
        && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')
        && (at < 2 || !Character.isUpperCase(text.charAt(at - 2)));
  }

  /** Unseen signs at the ends go with spaces, but are no spaces by themselves. */
  private static int start(String text) {
    int start = 0;
    for (int i = 0; i < text.length() && isAround(text.charAt(i)); i++) {
      start = isZeroWidth(text.charAt(i)) ? start : i + 1;
    }
    return start;
  }

  private static int end(String text) {
    int end = text.length();
    for (int i = end; i > 0 && isAround(text.charAt(i - 1)) && !isHalfLetter(text, i - 1); i--) {
      end = isZeroWidth(text.charAt(i - 1)) ? end : i - 1;
    }
    return end;
  }

  /** One space for several: unbreakable where typography wants it and one of them was. */
  private static char single(String text, int from, int to) {
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    char after = to == text.length() ? ' ' : text.charAt(to);
    boolean digits = Character.isDigit(before) && Character.isDigit(after);
    if (digits || before == '«' || AFTER_SPACE.indexOf(after) >= 0) {
      for (int i = from; i < to; i++) {
        if (text.charAt(i) != ' ') {
          return text.charAt(i);
        }
      }
    }
    return ' ';
  }

  private static boolean isAround(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || isZeroWidth(c) || Character.isSpaceChar(c);
  }

  private static boolean isZeroWidth(char c) {
    return c == '\u200b' || c == '\u2060' || c == '\ufeff';
  }

  private static boolean isBetweenWords(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u202f';
  }

  /** How many spaces of any kind, or tabs, the text begins with. */
  public static int indentation(String text) {
    int spaces = 0;
    while (spaces < text.length()
        && (text.charAt(spaces) == '\t' || Character.isSpaceChar(text.charAt(spaces)))) {
      spaces++;
    }
    return spaces;
  }

  /** The text on one line: each break inside it, and the spaces around, become one space. */
  public static String joined(String text) {
    int first = start(text);
    int last = end(text);
    StringBuilder joined = null;
    for (int i = first; i < last; i++) {
      char c = text.charAt(i);
      if (isBreak(c)) {
        joined = joined == null ? new StringBuilder(text.substring(0, i)) : joined;
        int length = joined.length();
        while (length > first && isBetweenWords(joined.charAt(length - 1))) {
          length--;
        }
        joined.setLength(length);
        joined.append(' ');
        while (i + 1 < last && isAround(text.charAt(i + 1))) {
          i++;
        }
      } else if (joined != null) {
        joined.append(c);
      }
    }
    return joined == null ? text : joined.append(text, last, text.length()).toString();
  }

  private static boolean isBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u2028' || c == '\u2029';
  }

  /**
   * The text without signs of no width and control codes. A code between two words leaves a space;
   * signs of direction stay where Hebrew or Arabic is written.
   */
  public static String seen(String text) {
    StringBuilder seen = null;
    boolean rightToLeft = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = isControl(c);
      if (control || (c >= 0xA0 && UNSEEN.indexOf(c) >= 0)) {
        if (seen == null) {
          rightToLeft = text.codePoints().anyMatch(Spaces::isRightToLeft);
          seen = new StringBuilder(text.substring(0, i));
        }
        if (rightToLeft && DIRECTIONS.indexOf(c) >= 0) {
          seen.append(c);
        } else if (control && isBetween(seen, text, i, rightToLeft)) {
          seen.append(' ');
        }
      } else if (seen != null) {
        seen.append(c);
      }
    }
    return seen == null ? text : seen.toString();
  }

  /** True when dropping what is not seen might join two words, or undo a hyphen. */
  public static boolean mayPart(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) || c == '\u00ad' || (c == MAY_BREAK && isInWord(text, i))) {
        return true;
      }
    }
    return false;
  }

  /** Between two letters or digits, once other unseen signs beside it are gone. */
  private static boolean isInWord(String text, int at) {
    int before = at - 1;
    while (before >= 0 && isDropped(text.charAt(before), false)) {
      before--;
    }
    int after = at + 1;
    while (after < text.length() && isDropped(text.charAt(after), false)) {
      after++;
    }
    return before >= 0
        && after < text.length()
        && Character.isLetterOrDigit(text.codePointBefore(before + 1))
        && Character.isLetterOrDigit(text.codePointAt(after));
  }

  private static boolean isControl(char c) {
    return (c < ' ' && !isAround(c)) || c == '\u007f';
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Other unseen signs beside the code go too: what counts is the first sign that stays. */
  private static boolean isBetween(StringBuilder before, String text, int at, boolean rightToLeft) {
    int next = at + 1;
    while (next < text.length() && isDropped(text.charAt(next), rightToLeft)) {
      next++;
    }
    boolean wordBefore = !before.isEmpty() && !isAround(before.charAt(before.length() - 1));
    boolean wordAfter = next < text.length() && !isAround(text.charAt(next));
    return wordBefore && wordAfter;
  }

  private static boolean isDropped(char c, boolean rightToLeft) {
    boolean kept = rightToLeft && DIRECTIONS.indexOf(c) >= 0;
    return isControl(c) || (UNSEEN.indexOf(c) >= 0 && !kept);
  }
}
