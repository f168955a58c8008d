package fr.jalon.engine.personal;

import java.util.Set;

/**
 * How much letters look like those of first names rather than of surnames: learnt from the lists,
 * three letters at a time, so that a name of no list is told as well.
 */
final class Likeness {
  private static final int LETTERS = 27;

  /** Added to each count: letters never met together tell little, not everything. */
  private static final double SMOOTHING = 0.5;

  /** Logarithm of how many times likelier three letters are in first names than in surnames. */
  private final double[] odds = new double[LETTERS * LETTERS * LETTERS];

  private Likeness(Set<String> firstNames, Set<String> surnames) {
    double[] first = counts(firstNames);
    double[] last = counts(surnames);
    double allFirst = 0;
    double allLast = 0;
    for (int i = 0; i < odds.length; i++) {
      allFirst += first[i];
      allLast += last[i];
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.log(first[i] / allFirst) - Math.log(last[i] / allLast);
    }
  }

  private static final class Holder {
    private static final Likeness NAMES = new Likeness(Lexicon.firstNames(), Lexicon.surnames());
  }

  /** Positive for what looks like a first name, negative for a surname; folded. */
  static double ofFirstName(String folded) {
    return Holder.NAMES.of(folded);
  }

  private double of(String word) {
    double sum = 0;
    int code = 0;
    for (int i = 0; i <= word.length(); i++) {
      int letter = i == word.length() ? 0 : letter(word.charAt(i));
      code = (code * LETTERS + letter) % odds.length;
      sum += i > 0 ? odds[code] : 0;
    }
    return sum;
  }

  private static double[] counts(Set<String> words) {
    double[] counts = new double[LETTERS * LETTERS * LETTERS];
    java.util.Arrays.fill(counts, SMOOTHING);
    for (String word : words) {
      int code = 0;
      for (int i = 0; i <= word.length(); i++) {
        int letter = i == word.length() ? 0 : letter(word.charAt(i));
        code = (code * LETTERS + letter) % counts.length;
        counts[code] += i > 0 ? 1 : 0;
      }
    }
    return counts;
  }

  private static int letter(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
  }
}
