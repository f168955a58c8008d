package fr.jalon.engine.rule.variant;

import java.util.ArrayList;
import java.util.List;

/**
 * How near two folded writings are. A fault is a letter replaced, inserted or left out, or two
 * neighbours swapped; a mask is one same character in place of several ("hearx axxack").
 */
final class Spelling {
  /** Beyond, two texts are only compared letter by letter, without shifts. */
  private static final int MAX_LENGTH = 400;

  private Spelling() {}

  /** Faults between two texts, or {@code limit + 1} when there are more than the limit. */
  static int faults(String one, String other, int limit) {
    int n = one.length();
    int m = other.length();
    if (Math.abs(n - m) > limit || Math.max(n, m) > MAX_LENGTH) {
      return limit + 1;
    }
    int[] beforeLast = new int[m + 1];
    int[] last = new int[m + 1];
    int[] row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= m; j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(last[j - 1] + same, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return Math.min(last[m], limit + 1);
  }

  /**
   * How many characters of the sound text one same character hides in the other; 0 when it is not
   * so, or when it hides more than a third.
   */
  static int masked(String faulty, String sound) {
    if (faulty.length() != sound.length()) {
      return 0;
    }
    int hidden = 0;
    char mask = 0;
    for (int i = 0; i < sound.length(); i++) {
      char c = faulty.charAt(i);
      if (c != sound.charAt(i)) {
        if (hidden > 0 && c != mask) {
          return 0;
        }
        mask = c;
        hidden++;
      }
    }
    return hidden * 3 <= sound.length() ? hidden : 0;
  }

  /** The digits of a text, in order. */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The runs of letters and digits of a text. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }
}
