package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.rule.mend.Spaces;
import fr.jalon.engine.table.Text;
import java.util.regex.Pattern;

/**
 * What the spaces of a column may say, gathered as its values are seen in turn: levels, as the
 * lines of a plan that stand back, parts of codes of a fixed width, or several things in one cell.
 */
final class SpacesEvidence {
  /** A table that shows its levels by spaces goes no deeper; beyond, a program filled up cells. */
  private static final int DEEPEST = 12;

  /** One space is typed by accident; with several at the start, one value in twenty says levels. */
  private static final int SEVERAL = 2;

  private static final int SHARE_OF_SEVERAL = 20;

  /**
   * Slips come alone: when one in four of the values that stand back follows another, they are the
   * lines under one title.
   */
  private static final int SHARE_IN_TURN = 4;

  /** As many as two lone values standing back, one in five, are no slips any more. */
  private static final int LONE = 2;

  private static final int SHARE_OF_LONE = 5;

  /** Half of the values: what they are like is what the column is like. */
  private static final int MOST = 2;

  private static final int CODE_LENGTH = 20;

  /** Two or three spaces are typed by accident; a tab is not, nor the four it is turned into. */
  private static final Pattern GAP = Pattern.compile("[ \\u00a0\\u202f]{4}|\\t[ \\t]|[ \\t]\\t");

  /** "rue" may be a part of a code, as "abc" is; four small letters are a word. */
  private static final Pattern WORD = Pattern.compile("\\p{Ll}{4}");

  private final Distinct values;
  private int shallowest = Integer.MAX_VALUE;

  /** How many values stand at each depth, and how many of them do after one that does too. */
  private final long[] depths = new long[DEEPEST + 2];

  private final long[][] pairs = new long[DEEPEST + 2][DEEPEST + 2];
  private final long[] twins = new long[DEEPEST + 2];
  private int last = -1;
  private long seen;
  private long codes;
  private boolean codesInParts;
  private boolean anyInParts;
  private boolean gaps;
  private int length = -1;
  private boolean oneLength = true;

  SpacesEvidence(Distinct values) {
    this.values = values;
  }

  void see(String text) {
    seen++;
    oneLength &= length < 0 || length == text.length();
    length = text.length();
    boolean brief = text.length() <= CODE_LENGTH && !WORD.matcher(text).find();
    boolean code = brief && text.chars().anyMatch(Character::isDigit);
    boolean inParts = brief && text.strip().contains("  ");
    codes += code ? 1 : 0;
    codesInParts |= code && inParts;
    anyInParts |= inParts;
    gaps = gaps || GAP.matcher(text.strip()).find();
    int depth = Math.min(Spaces.indentation(text), DEEPEST + 1);
    shallowest = Math.min(shallowest, depth);
    depths[depth]++;
    if (depth > 0) {
      twins[depth] += values.find(Text.of(Spaces.trimmed(text))) >= 0 ? 1 : 0;
    }
    if (last >= 0) {
      pairs[last][depth]++;
    }
    last = depth;
  }

  /** Some texts stand back from others, as the lines of a plan: their spaces say something. */
  boolean showsLevels() {
    long back = 0;
    long several = 0;
    long alike = 0;
    long inTurn = 0;
    for (int depth = shallowest + 1; depth <= DEEPEST; depth++) {
      back += depths[depth];
      several += depth - shallowest >= SEVERAL ? depths[depth] : 0;
      alike += twins[depth];
      for (int before = shallowest + 1; before <= DEEPEST; before++) {
        inTurn += pairs[before][depth];
      }
    }
    // the same text also stands without the spaces: they were typed by accident
    boolean slips = alike * MOST > back;
    boolean filledUp = oneLength && seen > 1;
    return back > 0
        && !slips
        && !filledUp
        && ((inTurn > 0 && inTurn * SHARE_IN_TURN >= back)
            || (several > 0 && several * SHARE_OF_SEVERAL >= seen)
            || (back >= LONE && back * SHARE_OF_LONE >= seen));
  }

  /** Codes of a fixed width hold spaces between their parts: "AB 1" is not "AB 1". */
  boolean showsCodes() {
    return (codesInParts && codes * MOST >= seen) || (anyInParts && oneLength && seen > 1);
  }

  /** "12:35 p.m. Delayed": a wide gap stands between two things, and alone tells them apart. */
  boolean showsParts() {
    return gaps;
  }
}
