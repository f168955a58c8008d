package fr.jalon.portal.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis in words, as it stands or as it was frozen.
 *
 * @param lead how far the authority is, and how far that may be relied on
 * @param told the same for those who do not see the drawing
 * @param before what the dashed line is, "" when there is none
 * @param medians why there is no median, or of how many authorities it is
 */
public record DiagnosisView(
    String authority,
    String href,
    String lead,
    String told,
    Radar radar,
    String before,
    String medians,
    List<Row> rows,
    List<String> strengths,
    List<String> obstacles,
    List<First> suggestions) {
  /**
   * A dimension.
   *
   * @param computed what the answers say, when a facilitator made something else of it, or ""
   * @param chosen the level a facilitator made of it as a form sends it, "" for what was computed
   * @param median "" for none
   * @param former level of an earlier day, "" for none
   * @param percents of the highest level, none for a level nobody can tell
   */
  public record Row(
      String key,
      String title,
      String level,
      String computed,
      String chosen,
      String confidence,
      String mark,
      String median,
      String former,
      List<Integer> percents,
      List<String> evidence) {}

  /** A dataset to open first, and why. */
  public record First(String title, String why) {}

  /** What was frozen. */
  public record Frozen(String name, String href, String when) {}

  /**
   * An interview, for those who see it.
   *
   * @param href null for the authority
   */
  public record Talk(String what, String summary, String state, @Nullable String href) {}
}
