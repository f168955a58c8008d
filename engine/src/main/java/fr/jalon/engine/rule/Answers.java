package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a column writes yes and no.
 *
 * @param yes the most frequent way
 * @param no the way that goes with it
 * @param pairs each answer written otherwise, and how it is to be written
 */
record Answers(String yes, String no, Map<String, String> pairs) {
  /** Words of yes and no that go together. */
  private static final List<List<String>> COUPLES =
      List.of(
          List.of("oui", "non"),
          List.of("vrai", "faux"),
          List.of("o", "n"),
          List.of("v", "f"),
          List.of("yes", "no"),
          List.of("true", "false"),
          List.of("1", "0"));

  private static final int OUI_LETTERS = 2;
  private static final int VRAI_LETTERS = 3;

  /**
   * The way most of the column is written, null when it has no answer at all, or when O and V stand
   * side by side: they are then codes of something else.
   */
  static @Nullable Answers of(Distinct values) {
    Map<String, Long> writings = new HashMap<>();
    long[] couples = new long[COUPLES.size()];
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      int couple = couple(text);
      if (couple >= 0) {
        writings.merge(text, values.count(index), Long::sum);
        couples[couple] += values.count(index);
      }
    }
    int best = 0;
    for (int couple = 0; couple < couples.length; couple++) {
      best = couples[couple] > couples[best] ? couple : best;
    }
    boolean letters = couples[OUI_LETTERS] > 0 && couples[VRAI_LETTERS] > 0;
    if (couples[best] == 0 || letters) {
      return null;
    }
    String yes = mostFrequent(writings, COUPLES.get(best).get(0));
    String no = mostFrequent(writings, COUPLES.get(best).get(1));
    String affirmative = yes.isEmpty() ? likeCase(COUPLES.get(best).get(0), no) : yes;
    String negative = no.isEmpty() ? likeCase(COUPLES.get(best).get(1), yes) : no;
    // "Oui" beside "NON": the more frequent of the two says how
    if (!likeCase(negative, affirmative).equals(negative)) {
      boolean yesLeads = writings.getOrDefault(yes, 0L) >= writings.getOrDefault(no, 0L);
      affirmative = yesLeads ? affirmative : likeCase(affirmative, negative);
      negative = yesLeads ? likeCase(negative, affirmative) : negative;
    }
    return new Answers(affirmative, negative, pairs(values, affirmative, negative));
  }

  private static Map<String, String> pairs(Distinct values, String yes, String no) {
    Map<String, String> pairs = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      int couple = couple(text.strip());
      if (couple >= 0) {
        boolean affirms = COUPLES.get(couple).get(0).equals(Words.fold(text.strip()));
        String written = affirms ? yes : no;
        if (!written.equals(text.strip())) {
          pairs.put(text, written);
        }
      }
    }
    return pairs;
  }

  private static int couple(String text) {
    String word = Words.fold(text);
    for (int couple = 0; couple < COUPLES.size(); couple++) {
      if (COUPLES.get(couple).contains(word)) {
        return couple;
      }
    }
    return -1;
  }

  private static String mostFrequent(Map<String, Long> writings, String word) {
    return writings.entrySet().stream()
        .filter(writing -> Words.fold(writing.getKey()).equals(word))
        .sorted(Map.Entry.comparingByKey())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The word with capitals where the model has some: "Oui" gives "Non", "OUI" gives "NON". */
  static String likeCase(String word, String model) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (model.isEmpty() || !Character.isUpperCase(model.charAt(0))) {
      return lower;
    }
    boolean all = model.equals(model.toUpperCase(Locale.ROOT));
    return all
        ? lower.toUpperCase(Locale.ROOT)
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }
}
