package fr.jalon.portal.home;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The board in words.
 *
 * @param lead how many authorities need somebody
 * @param lines what presses most, seven at most
 * @param more how many other signals there are, "" for none
 * @param allHref where all of them are
 * @param filters kept in the address
 * @param seasons the others
 * @param phases with their stages, for the head of the table
 * @param who and stages a session may be noted for, by id and by key
 */
public record BoardView(
    String lead,
    String seasonName,
    String seasonHref,
    List<SignalView.Line> lines,
    String more,
    String allHref,
    List<Filter> filters,
    Narrow narrow,
    List<Filter> seasons,
    List<Phase> phases,
    List<Row> rows,
    Map<String, String> who,
    Map<String, String> stages,
    String noteHref,
    String today) {

  /**
   * What the rows are narrowed to, by a form.
   *
   * @param season and filter, sent again with it
   */
  public record Narrow(
      String season,
      String filter,
      Map<String, String> phases,
      String phase,
      Map<String, String> states,
      String state) {}

  /** A link that shows some rows only. */
  public record Filter(String text, String href, boolean current) {}

  /** A phase over its stages. */
  public record Phase(String title, List<Head> stages) {}

  /** The head of a column. */
  public record Head(String shortTitle, String title) {}

  /**
   * A beneficiary.
   *
   * @param told its first signal in two words and how many others, "" for none
   * @param toldMark by its colour
   */
  public record Row(
      String name,
      String href,
      String told,
      String toldMark,
      String toldHref,
      String status,
      String agreementHref,
      String mark,
      List<Cell> cells,
      String sessions,
      String sessionsInWords,
      String datasets,
      String checklist,
      String checklistInWords,
      String checklistHref,
      String next,
      @Nullable String nextHref) {}

  /**
   * A stage of a beneficiary.
   *
   * @param sign ○ ◐ ● ▲
   * @param text for those who do not see it
   * @param first true for the first of a phase
   * @param white true under a white band of the rod
   */
  public record Cell(
      String sign, String state, String text, String href, boolean first, boolean white) {}
}
