package fr.jalon.portal.catalog;

import java.util.HashSet;
import java.util.Set;

/**
 * How far two words are, in typing errors: a letter left out, added, put for another, or two that
 * follow each other exchanged (the distance of Damerau and Levenshtein, no letter moved twice).
 *
 * <p>Words that are near share a writing once letters are taken away from both (the neighbourhood
 * of deletions, W. Garbe, 2012): the database finds them by the hash of these writings, without an
 * extension of its own.
 */
final class Misspelling {
  /** A word of three letters is as near to a hundred others. */
  private static final int SHORTEST = 4;

  /** From this many letters on two errors are forgiven. */
  private static final int LONG = 8;

  /** Letters whose deletions are kept, the first ones: the whole word is compared afterwards. */
  private static final int PREFIX = 7;

  private Misspelling() {}

  /** Errors that are forgiven in a word of that length. */
  static int forgiven(String word) {
    if (word.length() < SHORTEST || SearchWords.isCode(word)) {
      return 0;
    }
    return word.length() < LONG ? 1 : 2;
  }

  /**
   * The hashes of what is left of a word, its plural aside; none when it is too short, or a code. A
   * word that may be meant by a longer one is taken for one letter longer.
   */
  static Set<Integer> deletions(String word) {
    Set<Integer> hashes = new HashSet<>();
    String bare = singular(word);
    int errors = forgiven(bare + "e");
    if (errors > 0) {
      delete(bare.substring(0, Math.min(PREFIX, bare.length())), errors, hashes);
    }
    return hashes;
  }

  private static void delete(String left, int errors, Set<Integer> hashes) {
    hashes.add(left.hashCode());
    for (int i = 0; errors > 0 && i < left.length(); i++) {
      delete(left.substring(0, i) + left.substring(i + 1), errors - 1, hashes);
    }
  }

  /** The word without what most plurals end with: an "s" too many is no error of typing. */
  static String singular(String word) {
    boolean plural = word.length() > SHORTEST && (word.endsWith("s") || word.endsWith("x"));
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Typing errors between two words, their plurals aside. */
  static int errors(String one, String other) {
    return distance(singular(one), singular(other));
  }

  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length()];
  }
}
