package fr.jalon.portal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words that published datasets hold, and what a word that none holds may have meant. */
@Component
class Vocabulary {
  /** Words that one may have meant; more of them, and the answers are any. */
  private static final int GUESSES = 3;

  /** Words that begin as what is typed; the most frequent are enough. */
  private static final int BEGUN = 8;

  /** Fewer letters begin anything. */
  private static final int SHORTEST_BEGINNING = 3;

  private final JdbcClient jdbc;

  Vocabulary(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A word that datasets hold.
   *
   * @param datasets how many hold it
   */
  record Known(String word, String stem, long datasets) {}

  /** How many datasets hold a word of each of these stems; those that none holds are left out. */
  Map<String, Long> counts(Collection<String> stems) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(
            """
            select stem, sum(datasets) as datasets from catalog.search_word
            where stem = any(:stems) group by stem
            """)
        .param("stems", stems.toArray(String[]::new))
        .query(
            row -> {
              counts.put(row.getString("stem"), row.getLong("datasets"));
            });
    return counts;
  }

  /**
   * What these words may have meant, the nearest first, then the most frequent.
   *
   * @param words folded
   * @param unfinished the one of them that may be typed in part, null for none
   * @param others words that may be meant though no dataset holds them, with their stems
   */
  Map<String, List<Known>> guesses(
      Collection<String> words, @Nullable String unfinished, Map<String, String> others) {
    List<Known> near = near(words, unfinished);
    Map<String, List<Known>> guesses = new HashMap<>();
    for (String word : words) {
      List<Known> meant = new ArrayList<>(nearest(word, near, others));
      if (word.equals(unfinished)) {
        near.stream()
            .filter(known -> known.word().startsWith(word) && !meant.contains(known))
            .limit(BEGUN)
            .forEach(meant::add);
      }
      guesses.put(word, meant);
    }
    return guesses;
  }

  private List<Known> near(Collection<String> words, @Nullable String unfinished) {
    Set<Integer> deletions = new HashSet<>();
    words.stream()
        .filter(word -> Misspelling.forgiven(word) > 0)
        .forEach(word -> deletions.addAll(Misspelling.deletions(word)));
    boolean begins = unfinished != null && unfinished.length() >= SHORTEST_BEGINNING;
    return jdbc.sql(
            """
            (select word, stem, datasets from catalog.search_word where deletions && :deletions)
            union
            (select word, stem, datasets from catalog.search_word
              where word like :beginning order by datasets desc limit :begun)
            order by datasets desc, word
            """)
        .param("deletions", deletions.toArray(Integer[]::new))
        .param("beginning", begins ? unfinished + "%" : "")
        .param("begun", BEGUN)
        .query(
            (row, number) ->
                new Known(row.getString("word"), row.getString("stem"), row.getLong("datasets")))
        .list();
  }

  private static List<Known> nearest(String word, List<Known> near, Map<String, String> others) {
    int forgiven = Misspelling.forgiven(word);
    if (forgiven == 0) {
      return List.of();
    }
    Map<Known, Integer> distances = new HashMap<>();
    Stream.concat(
            near.stream(),
            others.entrySet().stream().map(one -> new Known(one.getKey(), one.getValue(), 0)))
        .filter(known -> Math.abs(known.word().length() - word.length()) <= forgiven + 1)
        .filter(known -> !known.word().equals(word) && !SearchWords.isCode(known.word()))
        .forEach(known -> distances.put(known, Misspelling.errors(word, known.word())));
    int least = distances.values().stream().mapToInt(Integer::intValue).min().orElse(forgiven + 1);
    if (least > forgiven) {
      return List.of();
    }
    Set<String> stems = new HashSet<>();
    return distances.keySet().stream()
        .filter(known -> distances.getOrDefault(known, 0) == least)
        .sorted(Comparator.comparingLong(Known::datasets).reversed().thenComparing(Known::word))
        .filter(known -> stems.add(known.stem()))
        .limit(GUESSES)
        .toList();
  }
}
