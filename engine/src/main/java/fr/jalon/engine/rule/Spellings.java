package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.rule.mend.Spaces;
import java.util.HashMap;
import java.util.Map;

/**
 * Values that differ by case, accents, dashes or spaces only: "Saint Jean" and "SAINT-JEAN".
 *
 * <p>Looked for in columns that classify rows, which have few values many times over; names and
 * free texts are left alone.
 */
public final class Spellings {
  private static final int MAX_VALUES = 2000;

  private Spellings() {}

  /** Each value that is better written otherwise, and how: as most cells write it. */
  public static Map<String, String> preferred(Distinct values) {
    Map<String, String> preferred = new HashMap<>();
    if (!values.complete() || values.size() > MAX_VALUES || !classifies(values)) {
      return preferred;
    }
    Map<String, Integer> best = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      int mine = index;
      best.merge(
          key(values, index),
          index,
          (one, other) -> values.count(mine) > values.count(one) ? Integer.valueOf(mine) : one);
    }
    for (int index = 0; index < values.size(); index++) {
      String key = key(values, index);
      Integer chosen = best.get(key);
      if (chosen != null && chosen != index && isMadeOfWords(key)) {
        String way = Spaces.trimmed(values.value(chosen).toString());
        String own = values.value(index).toString();
        if (!Spaces.trimmed(own).equals(way)) {
          preferred.put(own, way);
        }
      }
    }
    return preferred;
  }

  private static boolean classifies(Distinct values) {
    long cells = 0;
    for (int index = 0; index < values.size(); index++) {
      cells += values.count(index);
    }
    return cells >= values.size() * 2L;
  }

  private static boolean isMadeOfWords(String key) {
    long letters = key.chars().filter(c -> c >= 'a' && c <= 'z').count();
    return letters > 0 && letters * 2 >= key.length();
  }

  private static String key(Distinct values, int index) {
    return String.join(" ", Words.fold(values.value(index).toString()).split("[^a-z0-9]+")).strip();
  }
}
