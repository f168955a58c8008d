package fr.jalon.portal.catalog;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text as a search knows them: folded, apart at every sign, without those that say
 * nothing. "L’Île-Bouchard" gives "ile", "bouchard".
 */
final class SearchWords {
  /** Longer than any word of French; what files hold may be one endless letter. */
  private static final int LONGEST = 40;

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Articles, elided ones too, and what joins words: folded, as no accent is left to tell. */
  private static final Set<String> SAYING_NOTHING =
      Set.of(
          "a", "au", "aux", "avec", "c", "ce", "ces", "cette", "d", "dans", "de", "des", "du", "en",
          "et", "l", "la", "le", "les", "leur", "leurs", "lors", "n", "ou", "par", "pour", "qu",
          "que", "qui", "s", "sa", "se", "ses", "sur", "un", "une");

  private SearchWords() {}

  static List<String> of(String text) {
    return SIGNS
        .splitAsStream(Folding.fold(text))
        .filter(word -> !word.isEmpty() && !SAYING_NOTHING.contains(word))
        .map(word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST))
        .toList();
  }

  /** The same, one space apart: what the database makes a vector of. */
  static String joined(String text) {
    return String.join(" ", of(text));
  }

  /** True for what is a code, a year, a number: nobody guesses what another one meant. */
  static boolean isCode(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
