package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value near one of a list: "numéraire" for "aide en numéraire". */
final class Nearest {
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

  /** The value of the same words, else the shortest that has all of them, if it is the only one. */
  private static @Nullable String nearest(String text, List<String> allowed) {
    List<String> words = words(text);
    String nearest = null;
    boolean several = false;
    for (String value : allowed) {
      List<String> other = words(value);
      if (other.equals(words)) {
        return value;
      }
      if (new HashSet<>(other).containsAll(words)) {
        several = nearest != null && nearest.length() == value.length();
        nearest = nearest == null || value.length() < nearest.length() ? value : nearest;
      }
    }
    return words.isEmpty() || several ? null : nearest;
  }

  private static List<String> words(String text) {
    return Stream.of(Words.fold(text).split("[^a-z0-9]+")).filter(word -> !word.isEmpty()).toList();
  }
}
