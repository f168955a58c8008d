package fr.jalon.engine.schema;

import fr.jalon.engine.profile.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A name of which columns may bear a short form, as databases of ten letters make them: "haut_tot"
 * is "hauteur totale", "tronc_diam" is "diamètre du tronc", "fk_stadedev" is "stade de
 * développement".
 *
 * @param words of the whole name
 */
record Abbreviation(List<String> words) {
  /** In front of the column of a database that points to another table, and says nothing else. */
  private static final Set<String> TECHNICAL = Set.of("fk");

  /** Letters of a word that are enough to know it, within a name of several. */
  private static final int FEWEST_LETTERS = 3;

  static Abbreviation of(String name) {
    return new Abbreviation(Words.of(name).list());
  }

  /** True when each word of the name is begun once by the header, and nothing else is there. */
  boolean isOf(List<String> shorts) {
    return shorts.equals(words)
        || words.size() > 1 && (begins(shorts, words) || isRunTogether(shorts, words));
  }

  /** The words of a header that may be short forms. */
  static List<String> shorts(Words header) {
    List<String> shorts = new ArrayList<>(header.list());
    shorts.removeIf(TECHNICAL::contains);
    return List.copyOf(shorts);
  }

  private static boolean begins(List<String> shorts, List<String> words) {
    if (shorts.size() != words.size()) {
      return false;
    }
    List<String> left = new ArrayList<>(words);
    for (String each : shorts) {
      String found = left.stream().filter(word -> isShort(each, word)).findFirst().orElse("");
      if (!left.remove(found)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShort(String each, String word) {
    return each.equals(word)
        || each.length() >= FEWEST_LETTERS
            && word.startsWith(each)
            && !OrdinaryWords.isCommon(each);
  }

  /** "stadedev": the words one after the other, each cut or not. */
  private static boolean isRunTogether(List<String> shorts, List<String> words) {
    return shorts.size() == 1 && isRunTogether(shorts.get(0), words);
  }

  private static boolean isRunTogether(String letters, List<String> words) {
    if (words.isEmpty()) {
      return letters.isEmpty();
    }
    String word = words.get(0);
    for (int cut = Math.min(word.length(), letters.length()); cut >= FEWEST_LETTERS; cut--) {
      if (word.startsWith(letters.substring(0, cut))
          && isRunTogether(letters.substring(cut), words.subList(1, words.size()))) {
        return true;
      }
    }
    return false;
  }
}
