package fr.jalon.portal.home;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All signals of a season in words.
 *
 * @param states and levels one may choose, with how many of each
 * @param authorities one may choose, by id
 * @param digest whether whoever looks gets the mail of Mondays
 * @param limitsHref where thresholds are set, null for who may not
 */
public record SignalView(
    String seasonName,
    String seasonSlug,
    String boardHref,
    String lead,
    List<BoardView.Filter> states,
    List<BoardView.Filter> levels,
    String state,
    String level,
    Map<String, String> authorities,
    String authority,
    List<Line> lines,
    boolean digest,
    @Nullable String limitsHref) {

  /**
   * A signal.
   *
   * @param mark of its level, by its colour; {@code level} says it in words
   * @param note when it was resolved or put aside, "" for neither
   * @param here true when it may be put aside
   * @param aside true when it may be taken up again
   * @param back where its forms lead back to
   */
  public record Line(
      String id,
      String mark,
      String level,
      String name,
      String text,
      String href,
      String act,
      String note,
      boolean here,
      boolean aside,
      String back) {}
}
