package fr.jalon.engine.rule.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rare values one fault away from a frequent one, by what the column alone says.
 *
 * <p>Only in columns that sort rows into classes, only inside long words, never at their ends,
 * where French writes gender and number, never in a word that the column uses elsewhere, and never
 * in open lists. Work is bounded: the {@value #MAX_TARGETS} most frequent values, each compared
 * with the rare values of about its length whose letters are about the same.
 */
final class Typos {
  private static final int MAX_TARGETS = 1000;

  /** Beyond, the column is an open list, whatever resembles what. */
  private static final int MAX_RARE = 10_000;

  /** A fault is made less than once in twenty cells. */
  private static final int RATIO = 20;

  /** A lost character shows by itself: the frequent value need not be so frequent. */
  private static final int RATIO_WHEN_LOST = 2;

  /**
   * Share of a column's rare values that must resemble a frequent one. Where fewer do, the column
   * is an open list (communes, names, streets): being rare is usual there, and resembling is
   * chance.
   */
  private static final double RESEMBLING = 0.25;

  private static final int FEWEST_OF_TARGET = 10;
  private static final int REPEATS = 4;

  /** Shorter words have true neighbours: Marin and Martin, Bou and Bouc, Nord and Bord. */
  private static final int LONG_WORD = 6;

  private static final int VERY_LONG_WORD = 10;
  private static final int WORD_UNDER_MASK = 4;
  private static final int MAX_LENGTH = 300;
  private static final int MAX_SHIFT = 2;

  /** Kinds of letters that may differ: each fault changes two at most. */
  private static final int MAX_LETTERS_APART = 8;

  private final Values values;
  private final boolean[] owning;
  private final Proposals proposals;

  private Typos(Values values, boolean[] owning, Proposals proposals) {
    this.values = values;
    this.owning = owning;
    this.proposals = proposals;
  }

  /**
   * @param owning values that other columns know as things of their own
   */
  static void look(Values values, boolean[] owning, Proposals proposals) {
    if (values.repeats(REPEATS)) {
      new Typos(values, owning, proposals).look();
    }
  }

  /**
   * @param lost true when the faults are characters that stand for lost ones
   */
  private record Candidate(int from, int to, int faults, boolean lost) {}

  /** A value made ready for many comparisons. */
  private static final class Ready {
    final int index;
    final String folded;
    final String digits;
    final long letters;
    private @Nullable List<String> words;

    Ready(int index, String folded) {
      this.index = index;
      this.folded = folded;
      this.digits = Spelling.digits(folded);
      this.letters = letters(folded);
    }

    List<String> words() {
      List<String> made = words;
      if (made == null) {
        made = Spelling.words(folded);
        words = made;
      }
      return made;
    }

    boolean mayResemble(Ready other) {
      return Long.bitCount(letters ^ other.letters) <= MAX_LETTERS_APART
          && digits.equals(other.digits);
    }
  }

  private void look() {
    TreeMap<Integer, List<Ready>> targets = targets();
    long most =
        targets.values().stream()
            .flatMap(List::stream)
            .mapToLong(target -> values.count(target.index))
            .max()
            .orElse(0);
    if (most == 0 || countRare(most) > MAX_RARE) {
      return;
    }
    List<Candidate> candidates = new ArrayList<>();
    int rare = 0;
    for (int index = 0; index < values.size(); index++) {
      if (!owning[index]
          && !proposals.has(index)
          && values.count(index) * RATIO_WHEN_LOST <= most) {
        Candidate best = nearest(index, targets);
        if (best != null && best.lost()) {
          proposals.add(index, best.to(), Reason.TYPO);
        } else if (values.count(index) * RATIO <= most) {
          rare++;
          if (best != null) {
            candidates.add(best);
          }
        }
      }
    }
    if (!candidates.isEmpty() && candidates.size() >= RESEMBLING * rare) {
      propose(candidates);
    }
  }

  private int countRare(long most) {
    int rare = 0;
    for (int index = 0; index < values.size(); index++) {
      rare += values.count(index) * RATIO <= most ? 1 : 0;
    }
    return rare;
  }

  private void propose(List<Candidate> candidates) {
    Map<String, Long> words = countWords();
    for (Candidate candidate : candidates) {
      if (newWordsAreRare(candidate, words)) {
        proposals.add(candidate.from(), candidate.to(), Reason.TYPO);
      }
    }
  }

  private TreeMap<Integer, List<Ready>> targets() {
    List<Integer> frequent = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      if (values.count(index) >= FEWEST_OF_TARGET) {
        frequent.add(index);
      }
    }
    frequent.sort(Comparator.comparingLong((Integer index) -> values.count(index)).reversed());
    TreeMap<Integer, List<Ready>> byLength = new TreeMap<>();
    for (int index : frequent.subList(0, Math.min(MAX_TARGETS, frequent.size()))) {
      String folded = values.folded(index);
      if (folded.length() >= WORD_UNDER_MASK
          && folded.length() <= MAX_LENGTH
          && Health.isSound(values.text(index))) {
        byLength
            .computeIfAbsent(folded.length(), fresh -> new ArrayList<>())
            .add(new Ready(index, folded));
      }
    }
    return byLength;
  }

  /** The nearest frequent value; null when there is none or when two are as near. */
  private @Nullable Candidate nearest(int from, TreeMap<Integer, List<Ready>> targets) {
    Ready faulty = new Ready(from, values.folded(from));
    int length = faulty.folded.length();
    Candidate best = null;
    boolean tied = false;
    for (List<Ready> sameLength :
        targets.subMap(length - MAX_SHIFT, true, length + MAX_SHIFT, true).values()) {
      for (Ready target : sameLength) {
        int faults =
            from != target.index && faulty.mayResemble(target) ? faults(faulty, target) : 0;
        if (faults > 0) {
          if (best == null || faults < best.faults()) {
            best = new Candidate(from, target.index, faults, isLost(faulty.folded, target.folded));
            tied = false;
          } else {
            tied |= faults == best.faults();
          }
        }
      }
    }
    return tied ? null : best;
  }

  /** Faults by which the first may be a bad writing of the second; 0 when it is none. */
  private int faults(Ready faulty, Ready sound) {
    long from = values.count(faulty.index);
    long to = values.count(sound.index);
    int masked = Spelling.masked(faulty.folded, sound.folded);
    if (masked > 0 && isLost(faulty.folded, sound.folded)) {
      return from * RATIO_WHEN_LOST <= to ? masked : 0;
    }
    if (from * RATIO > to) {
      return 0;
    }
    if (masked > 1
        && Character.isLetter(maskOf(faulty.folded, sound.folded))
        && hidesInsideWords(faulty.folded, sound.folded)) {
      return masked;
    }
    return faultsInWords(faulty.words(), sound.words());
  }

  private static boolean isLost(String faulty, String sound) {
    return faulty.length() == sound.length() && Health.standsForLost(maskOf(faulty, sound));
  }

  private static char maskOf(String faulty, String sound) {
    int i = 0;
    while (faulty.charAt(i) == sound.charAt(i)) {
      i++;
    }
    return faulty.charAt(i);
  }

  /** Letters are hidden in words long enough to be known by the rest, or spaces between words. */
  private static boolean hidesInsideWords(String faulty, String sound) {
    int start = 0;
    for (int i = 0; i <= sound.length(); i++) {
      boolean inWord = i < sound.length() && Character.isLetterOrDigit(sound.charAt(i));
      if (!inWord) {
        boolean touched = !faulty.regionMatches(start, sound, start, i - start);
        if (touched && i - start < WORD_UNDER_MASK) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static int faultsInWords(List<String> mine, List<String> its) {
    if (mine.size() != its.size()) {
      return 0;
    }
    int faults = 0;
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).equals(its.get(i))) {
        int more = faultsInWord(mine.get(i), its.get(i));
        if (more == 0) {
          return 0;
        }
        faults += more;
      }
    }
    return faults <= MAX_SHIFT ? faults : 0;
  }

  private static int faultsInWord(String faulty, String sound) {
    String mine = stem(faulty);
    String its = stem(sound);
    int shorter = Math.min(mine.length(), its.length());
    if (shorter < LONG_WORD
        || mine.charAt(0) != its.charAt(0)
        || mine.charAt(mine.length() - 1) != its.charAt(its.length() - 1)) {
      return 0;
    }
    int limit = shorter >= VERY_LONG_WORD ? 2 : 1;
    int faults = Spelling.faults(mine, its, limit);
    return faults <= limit ? faults : 0;
  }

  /** Without the endings of plural and feminine. */
  private static String stem(String word) {
    int end = word.length();
    if (end > 1 && (word.charAt(end - 1) == 's' || word.charAt(end - 1) == 'x')) {
      end--;
    }
    while (end > 1 && word.charAt(end - 1) == 'e') {
      end--;
    }
    return word.substring(0, end);
  }

  private Map<String, Long> countWords() {
    Map<String, Long> words = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      for (String word : Spelling.words(values.folded(index))) {
        words.merge(word, values.count(index), Long::sum);
      }
    }
    return words;
  }

  /** A word that the column has elsewhere is a word, not a fault. */
  private boolean newWordsAreRare(Candidate candidate, Map<String, Long> words) {
    List<String> its = Spelling.words(values.folded(candidate.to()));
    for (String word : Spelling.words(values.folded(candidate.from()))) {
      if (!its.contains(word)
          && words.getOrDefault(word, 0L) * RATIO_WHEN_LOST > values.count(candidate.to())) {
        return false;
      }
      if (!its.contains(word)
          && words.getOrDefault(word, 0L) > 2 * values.count(candidate.from())) {
        return false;
      }
    }
    return true;
  }

  private static long letters(String folded) {
    long letters = 0;
    for (int i = 0; i < folded.length(); i++) {
      letters |= 1L << (folded.charAt(i) & 63);
    }
    return letters;
  }
}
