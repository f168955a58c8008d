package fr.jalon.engine.rule.variant;

import fr.jalon.engine.rule.mend.Spaces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values made of the same words that differ by capitals, accents, and what stands between words.
 *
 * <p>The most frequent sound writing is preferred, with three exceptions. Accents win over their
 * loss where the counts are comparable, or where the rest of the column has accents. Where nearly
 * all other values are written in one way (capitals, small letters, both), that way wins unless it
 * is ten times as rare. And a writing never gives up its accents but for the capitals that the
 * column is used to.
 */
final class Writings {
  /** Counts are comparable when one is not ten times the other. */
  private static final int COMPARABLE = 10;

  /** Small letters only are taken for a loss of capitals when not three times as frequent. */
  private static final int COMPARABLE_CAPITALS = 3;

  /** A column is used to a way of writing that this share of its other values follow. */
  private static final double HABIT = 0.8;

  private static final double HALF = 0.5;

  /** Other groups of words from which one may speak of a habit. */
  private static final int ENOUGH_OTHERS = 5;

  /** French text has accents in about a third of names; a tenth tells that none were lost. */
  private static final double ACCENTED = 0.1;

  /** A column whose values do not come back twice names things rather than sorts them. */
  private static final int REPEATS = 2;

  private enum Style {
    CAPITALS,
    SMALL,
    BOTH
  }

  private final Values values;
  private final Proposals proposals;
  private final boolean[] owning;
  private final int[] ofStyle = new int[Style.values().length];
  private int accented;
  private int written;

  private Writings(Values values, boolean[] owning, Proposals proposals) {
    this.values = values;
    this.owning = owning;
    this.proposals = proposals;
  }

  /**
   * @param owning values that other columns know as things of their own
   */
  static void look(Values values, boolean[] owning, Proposals proposals) {
    if (values.repeats(REPEATS)) {
      new Writings(values, owning, proposals).look();
    }
  }

  private void look() {
    Map<String, List<Integer>> groups = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      String key = key(values.folded(index));
      if (isMadeOfWords(key)) {
        groups.computeIfAbsent(key, fresh -> new ArrayList<>(1)).add(index);
        tally(index, 1);
      }
    }
    for (List<Integer> group : groups.values()) {
      if (group.size() > 1) {
        group.forEach(index -> tally(index, -1));
        unify(group);
        group.forEach(index -> tally(index, 1));
      }
    }
  }

  private void tally(int index, int sign) {
    String text = values.text(index);
    ofStyle[style(text).ordinal()] += sign;
    accented += isAccented(text) ? sign : 0;
    written += sign;
  }

  private void unify(List<Integer> group) {
    int best = -1;
    for (int index : group) {
      if (Health.isSound(values.text(index))
          && (best < 0 || values.count(index) > values.count(best))) {
        best = index;
      }
    }
    if (best < 0 || contradictsItself(group)) {
      return;
    }
    int frequent = best;
    for (int index : group) {
      if (index != best && Health.isSound(values.text(index)) && isBetter(index, best, frequent)) {
        best = index;
      }
    }
    String to = Spaces.trimmed(values.text(best));
    for (int index : group) {
      // spaces around a text, or too many between words, are told by the rule of spaces
      boolean same = Spaces.trimmed(values.text(index)).equals(to);
      if (index != best && !same && mayBecome(index, best, frequent)) {
        proposals.add(index, best, reason(values.text(index), values.text(best)));
      }
    }
  }

  private boolean isBetter(int index, int best, int frequent) {
    Style mine = style(values.text(index));
    Style its = style(values.text(best));
    Accents accents = Accents.of(values.text(index), values.text(best));
    if (accents.poorer() || accents.contrary()) {
      return false;
    }
    if (mine != its && written >= ENOUGH_OTHERS) {
      if (share(mine) >= HABIT && !isRare(index, frequent)) {
        return true;
      }
      if (share(its) >= HALF) {
        return false;
      }
    }
    if (accents.richer()) {
      return !isRare(index, frequent) || restHasAccents();
    }
    return its == Style.SMALL
        && mine == Style.BOTH
        && share(Style.SMALL) < HALF
        && values.count(index) * COMPARABLE_CAPITALS >= values.count(frequent);
  }

  /** A slip, whatever the rest of the column looks like: "PINNIGNIG" once for "PINNIGnig" often. */
  private boolean isRare(int index, int frequent) {
    return values.count(index) * COMPARABLE < values.count(frequent);
  }

  private boolean mayBecome(int index, int best, int frequent) {
    String from = values.text(index);
    String to = values.text(best);
    Accents accents = Accents.of(from, to);
    if (accents.contrary() || accents.mayChangeTheWord(from, to)) {
      return false;
    }
    if (accents.richer()) {
      return style(to) == Style.CAPITALS && share(Style.CAPITALS) >= HALF && written > 0;
    }
    if (accents.poorer() && owning[index] && owning[best]) {
      return false;
    }
    return best != frequent
        || values.count(index) < values.count(best)
        || accents.poorer()
        || !Health.isSound(from);
  }

  /** "Côte" and "Côté" together: nothing tells which of them "COTE" is. */
  private boolean contradictsItself(Collection<Integer> group) {
    List<Integer> accentedOnes =
        group.stream().filter(index -> isAccented(values.text(index))).limit(20).toList();
    for (int one : accentedOnes) {
      for (int other : accentedOnes) {
        Accents accents = Accents.of(values.text(one), values.text(other));
        if (accents.contrary() || accents.mayChangeTheWord(values.text(one), values.text(other))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean restHasAccents() {
    return written >= ENOUGH_OTHERS && accented >= ACCENTED * written;
  }

  private double share(Style style) {
    return written == 0 ? 0 : (double) ofStyle[style.ordinal()] / written;
  }

  private static Reason reason(String from, String to) {
    String mine = lettersOf(from);
    String its = lettersOf(to);
    if (mine.equals(its)) {
      return Reason.PUNCTUATION;
    }
    return mine.equalsIgnoreCase(its) ? Reason.CASE : Reason.ACCENTS;
  }

  private static String lettersOf(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  private static Style style(String text) {
    boolean capitals = false;
    boolean small = false;
    for (int i = 0; i < text.length(); i++) {
      capitals |= Character.isUpperCase(text.charAt(i));
      small |= Character.isLowerCase(text.charAt(i));
    }
    return capitals && small ? Style.BOTH : capitals ? Style.CAPITALS : Style.SMALL;
  }

  private static boolean isAccented(String text) {
    return text.chars().anyMatch(c -> c >= 0x80 && Character.isLetter(c));
  }

  private static boolean isMadeOfWords(String key) {
    int letters = 0;
    for (int i = 0; i < key.length(); i++) {
      letters += Character.isLetter(key.charAt(i)) ? 1 : 0;
    }
    return letters >= 2 && letters * 2 >= key.length();
  }

  /**
   * The words of a folded text apart by one space. Signs that mean something stay: a dash or a
   * point at the end of a word or before a digit ("AB-", "Bac-3", "1.2"), and any but spaces,
   * dashes, points, commas and apostrophes.
   */
  static String key(String folded) {
    StringBuilder key = new StringBuilder(folded.length());
    int i = 0;
    while (i < folded.length()) {
      int end = i;
      while (end < folded.length() && isBetweenWords(folded.charAt(end))) {
        end++;
      }
      if (end == i) {
        key.append(folded.charAt(i++));
      } else {
        key.append(between(folded, i, end));
        i = end;
      }
    }
    return key.toString();
  }

  private static String between(String folded, int start, int end) {
    String run = folded.substring(start, end);
    boolean atEdge = start == 0 || end == folded.length();
    if (atEdge) {
      return run.indexOf('-') >= 0 ? run.strip() : "";
    }
    boolean meansSomething = Spelling.isDigit(folded.charAt(end)) && !run.isBlank();
    return meansSomething ? run : " ";
  }

  private static boolean isBetweenWords(char c) {
    return c <= ' ' || " -.,'’\u00a0\u202f".indexOf(c) >= 0;
  }
}
