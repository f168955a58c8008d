package fr.jalon.portal.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good a dataset is, as far as it is known: facts in words, and what others reckon of its
 * description, each point with its rule.
 *
 * @param scores in the order people meet them: the nation's, then Europe's
 */
public record QualityView(List<Line> lines, List<Score> scores) {
  public QualityView {
    lines = List.copyOf(lines);
    scores = List.copyOf(scores);
  }

  /** Whether a fact is to be glad of. */
  public enum Mood {
    GOOD,
    MIXED,
    UNKNOWN
  }

  /**
   * @param more what explains it, "" for nothing
   * @param href where it leads, null when nowhere
   */
  public record Line(String name, String text, String more, @Nullable String href, Mood mood) {}

  /**
   * @param points "8 points sur 9"
   * @param who reckons so
   */
  public record Score(String points, String who, List<Reason> reasons) {
    public Score {
      reasons = List.copyOf(reasons);
    }

    public boolean whole() {
      return reasons.stream().allMatch(Reason::met);
    }
  }

  /**
   * A rule of a score.
   *
   * @param worth in words, "" where all are worth the same
   */
  public record Reason(String rule, String worth, boolean met) {}
}
