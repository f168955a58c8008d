package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value near one of a list: "numéraire" for "aide en numéraire". */
final class Nearest {
  /** Shorter words differ by one letter and mean other things. */
  private static final int LONG_ENOUGH = 6;

  /** Words that turn what they are added to. */
  private static final Set<String> TURNS =
      Set.of(
          "non", "sans", "pas", "hors", "ni", "sauf", "autre", "autres", "aucun", "aucune", "in");

  private Nearest() {}

  /** Each value that is not in the list and near one of it alone, with that one. */
  static Map<String, String> pairs(Distinct values, List<String> allowed) {
    Map<String, String> pairs = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      String near = listed(text, allowed);
      if (!near.equals(text)) {
        pairs.put(text, near);
      }
    }
    return pairs;
  }

  private static String listed(String text, List<String> allowed) {
    if (text.isBlank() || allowed.contains(text)) {
      return text;
    }
    String near = nearest(text, allowed);
    return near == null ? text : near;
  }

  /**
   * The value of the same words, plurals aside, else the one at one slip of the pen, else the
   * shortest that has all of the words, if the others only add to it. "Aide" is in "aide en nature"
   * and in "aide en numéraire": it is none of them; "conforme" is not "non conforme".
   */
  private static @Nullable String nearest(String text, List<String> allowed) {
    List<String> words = words(text);
    List<String> singular = words.stream().map(Nearest::singular).toList();
    List<String> same = new ArrayList<>();
    List<String> slips = new ArrayList<>();
    List<String> longer = new ArrayList<>();
    for (String value : allowed) {
      List<String> other = words(value);
      if (other.equals(words)) {
        return value;
      }
      if (other.stream().map(Nearest::singular).toList().equals(singular)) {
        same.add(value);
      }
      if (isSlip(String.join(" ", words), String.join(" ", other))) {
        slips.add(value);
      }
      if (isPart(words, other)) {
        longer.add(value);
      }
    }
    if (!same.isEmpty() || !slips.isEmpty()) {
      List<String> near = same.isEmpty() ? slips : same;
      return near.size() == 1 ? near.get(0) : null;
    }
    return words.isEmpty() ? null : shortest(longer);
  }

  private static boolean isPart(List<String> words, List<String> other) {
    List<String> more = new ArrayList<>(other);
    more.removeAll(words);
    return new HashSet<>(other).containsAll(words) && more.stream().noneMatch(TURNS::contains);
  }

  /** The shortest, if all of its words are in each of the others. */
  private static @Nullable String shortest(List<String> values) {
    String shortest =
        values.stream().min(Comparator.comparingInt(value -> words(value).size())).orElse(null);
    boolean inAll =
        shortest != null
            && values.stream()
                .allMatch(
                    value ->
                        new HashSet<>(words(value)).containsAll(words(shortest))
                            && (value.equals(shortest)
                                || words(value).size() > words(shortest).size()));
    return inAll ? shortest : null;
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** One letter more, less, other, or two changed about; figures are never slips. */
  private static boolean isSlip(String one, String other) {
    if (Math.min(one.length(), other.length()) < LONG_ENOUGH
        || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int start = 0;
    int least = Math.min(one.length(), other.length());
    while (start < least && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String mine = one.substring(start, one.length() - end);
    String theirs = other.substring(start, other.length() - end);
    boolean letters = (mine + theirs).chars().allMatch(c -> c >= 'a' && c <= 'z');
    boolean changedAbout =
        mine.length() == 2 && new StringBuilder(mine).reverse().toString().equals(theirs);
    return letters && (Math.max(mine.length(), theirs.length()) == 1 || changedAbout);
  }

  private static List<String> words(String text) {
    return Stream.of(Words.fold(text).split("[^a-z0-9]+")).filter(word -> !word.isEmpty()).toList();
  }
}
