package fr.jalon.engine.rule.variant;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.rule.variant.Dependencies.Votes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which dissenting values are variants of the value of their group: near in spelling, or
 * else kindred and strongly outnumbered. A value that has a group of its own is another thing.
 */
final class Dissents {
  /** Share of the votes that must go to one value. */
  private static final double AGREEING = 0.8;

  /** Figures of one length from this many digits on are identifiers. */
  private static final int IDENTIFIER = 5;

  private static final int SHORT = 3;
  private static final int DESIGNATOR = 2;
  private static final int WORD = 4;
  private static final int MOST_FAULTS = 4;

  private final Values values;
  private final Dependencies dependencies;
  private final int column;

  private Dissents(Values values, Dependencies dependencies, int column) {
    this.values = values;
    this.dependencies = dependencies;
    this.column = column;
  }

  static void look(Values values, Dependencies dependencies, int column, Proposals proposals) {
    new Dissents(values, dependencies, column).look(proposals);
  }

  private void look(Proposals proposals) {
    Map<Integer, Integer> dissents = new TreeMap<>();
    Map<Integer, Long> best = new HashMap<>();
    Map<Integer, Integer> all = new HashMap<>();
    Map<Long, Votes> votes = dependencies.votes(column);
    votes.forEach(
        (pair, vote) -> {
          int from = (int) (pair >> 32);
          all.merge(from, vote.rows(), Integer::sum);
          best.merge(from, pair, (a, b) -> rowsOf(votes, a) >= rowsOf(votes, b) ? a : b);
        });
    best.forEach(
        (from, pair) -> {
          Votes vote = votes.getOrDefault(pair, Votes.NONE);
          int to = (int) (long) pair;
          boolean agreed = vote.rows() >= AGREEING * all.getOrDefault(from, 0);
          if (agreed && !dependencies.owning(column)[from] && isVariant(from, to, vote)) {
            dissents.put(from, to);
          }
        });
    dependencies.explained(column, dissents.keySet()).forEach(dissents::remove);
    dissents.forEach((from, to) -> proposals.add(from, to, Reason.DEPENDENCY));
  }

  private static int rowsOf(Map<Long, Votes> votes, long pair) {
    return votes.getOrDefault(pair, Votes.NONE).rows();
  }

  private boolean isVariant(int from, int to, Votes votes) {
    String faulty = values.folded(from);
    String sound = values.folded(to);
    if (values.count(from) >= values.count(to)
        || sound.length() < 2
        || !Health.isSound(values.text(to))
        || Accents.of(values.text(from), values.text(to)).richer()) {
      return false;
    }
    boolean certainColumn = votes.oneToOne() > 0 && votes.strong() > 0;
    if (isNear(faulty, sound)) {
      if (!Spelling.digits(faulty).equals(Spelling.digits(sound))) {
        return votes.determinants() > 1
            && (losesDigits(faulty, sound) || (certainColumn && isIdentifier(sound)));
      }
      if (onlyDesignatorsDiffer(faulty, sound)) {
        return votes.determinants() > 1 && certainColumn;
      }
      return sound.length() >= SHORT || votes.determinants() > 1;
    }
    return certainColumn && votes.determinants() > 1 && isKindred(faulty, sound);
  }

  private static boolean isNear(String faulty, String sound) {
    if (Spelling.masked(faulty, sound) > 0) {
      return true;
    }
    int length = Math.max(faulty.length(), sound.length());
    int limit = length <= 5 ? 1 : length <= 11 ? 2 : Math.min(MOST_FAULTS, length / 4);
    return Spelling.faults(faulty, sound, limit) <= limit;
  }

  /** Wherever they differ, the faulty one has no digit. */
  private static boolean losesDigits(String faulty, String sound) {
    if (faulty.length() != sound.length()) {
      return false;
    }
    for (int i = 0; i < sound.length(); i++) {
      if (faulty.charAt(i) != sound.charAt(i) && Spelling.isDigit(faulty.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdentifier(String text) {
    return text.length() >= IDENTIFIER && Spelling.digits(text).length() * 2 >= text.length();
  }

  /** "Rue A" and "Rue B", "12:00 a.m." and "12:00 p.m.". */
  private static boolean onlyDesignatorsDiffer(String faulty, String sound) {
    List<String> mine = Spelling.words(faulty);
    List<String> its = Spelling.words(sound);
    if (mine.size() != its.size() || mine.size() < 2) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).equals(its.get(i))
          && Math.max(mine.get(i).length(), its.get(i).length()) > DESIGNATOR) {
        return false;
      }
    }
    return true;
  }

  /** At least half of the long words of the shorter are in the other, and the same digits. */
  private static boolean isKindred(String faulty, String sound) {
    if (!Spelling.digits(faulty).equals(Spelling.digits(sound))) {
      return false;
    }
    List<String> mine = longWords(faulty);
    List<String> its = longWords(sound);
    long shared = mine.stream().filter(its::contains).count();
    return shared > 0 && shared * 2 >= Math.min(mine.size(), its.size());
  }

  private static List<String> longWords(String folded) {
    return Spelling.words(Words.fold(folded)).stream()
        .filter(word -> word.length() >= WORD)
        .distinct()
        .toList();
  }
}
