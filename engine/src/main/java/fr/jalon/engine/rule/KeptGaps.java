package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.table.Text;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several spaces that a column always writes between the same two words: the wording of a list, or
 * the layout of a notice ("ST - "), copied from elsewhere. Taking one out would part the file from
 * the list; a slip of the hand does not come back alike.
 */
final class KeptGaps {
  /** Two cells may be one slip copied; three written alike, and never otherwise, are a manner. */
  private static final int ALIKE = 3;

  /** Beyond as many wordings nothing is learnt from one more, and a recipe must stay readable. */
  private static final int MOST_WORDINGS = 50;

  /** A column that doubles half of its cells' spaces was filled by a program: nobody's wording. */
  private static final int SHARE_BY_PROGRAM = 2;

  /** Bounds what is remembered of a long column full of slips. */
  private static final int MOST_GAPS = 10_000;

  /** Four in a row and more stand between two things, which is another question. */
  private static final Pattern GAP = Pattern.compile("(?<=\\S) {2,3}(?=\\S)");

  private final SortedSet<String> wordings;
  private final boolean everywhere;

  private KeptGaps(SortedSet<String> wordings, boolean everywhere) {
    this.wordings = wordings;
    this.everywhere = everywhere;
  }

  static KeptGaps of(Distinct values) {
    Map<String, Long> gaps = new TreeMap<>();
    long cells = 0;
    for (int i = 0; i < values.size(); i++) {
      cells += values.count(i);
      if (hasGap(values.value(i))) {
        count(values.value(i).toString(), values.count(i), gaps);
      }
    }
    gaps.values().removeIf(count -> count < ALIKE);
    if (!gaps.isEmpty()) {
      dropSlips(gaps, values);
    }
    boolean everywhere =
        gaps.size() > MOST_WORDINGS || bearing(gaps, values) * SHARE_BY_PROGRAM > cells;
    return new KeptGaps(
        everywhere ? Collections.emptySortedSet() : new TreeSet<>(gaps.keySet()), everywhere);
  }

  private static boolean hasGap(Text value) {
    for (int i = 2; i < value.length(); i++) {
      if (value.at(i) == ' ' && value.at(i - 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  private static void count(String text, long cells, Map<String, Long> gaps) {
    for (String gap : gaps(text)) {
      if (gaps.size() < MOST_GAPS || gaps.containsKey(gap)) {
        gaps.merge(gap, cells, Long::sum);
      }
    }
  }

  private static Set<String> gaps(String text) {
    Set<String> gaps = new TreeSet<>();
    Matcher gap = GAP.matcher(text);
    while (gap.find()) {
      int start = text.lastIndexOf(' ', gap.start() - 1) + 1;
      int end = text.indexOf(' ', gap.end());
      gaps.add(text.substring(start, end < 0 ? text.length() : end));
    }
    return gaps;
  }

  /** The same two words with one space between them, anywhere: the gap was typed by accident. */
  private static void dropSlips(Map<String, Long> gaps, Distinct values) {
    for (int i = 0; i < values.size(); i++) {
      String text = values.value(i).toString();
      gaps.keySet().removeIf(gap -> text.contains(gap.replaceFirst(" +", " ")));
    }
  }

  private static long bearing(Map<String, Long> gaps, Distinct values) {
    long cells = 0;
    for (int i = 0; i < values.size() && !gaps.isEmpty(); i++) {
      if (hasGap(values.value(i))) {
        String text = values.value(i).toString();
        cells += gaps.keySet().stream().anyMatch(text::contains) ? values.count(i) : 0;
      }
    }
    return cells;
  }

  /** Each with the word before and the word after, as written. */
  SortedSet<String> wordings() {
    return wordings;
  }

  /** The whole column doubles its spaces alike: whether they say something is for a person. */
  boolean everywhere() {
    return everywhere;
  }
}
