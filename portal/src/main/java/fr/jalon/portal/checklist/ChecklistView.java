package fr.jalon.portal.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist in words.
 *
 * @param share "9 points sur 15, dont 7 cochés tout seuls."
 */
public record ChecklistView(
    String name,
    String href,
    String seasonName,
    String share,
    List<Group> groups,
    List<OneSet> sets) {

  /** The items of a phase. */
  public record Group(String title, String share, List<OneLine> lines) {}

  /** The items of a dataset. */
  public record OneSet(
      String title, String href, String share, boolean open, List<OneLine> lines) {}

  /**
   * An item.
   *
   * @param sign ○ ◐ ● –
   * @param proof the name of the thing that shows it, "" for none
   * @param proofHref where it is, null when it is only words
   * @param elsewhere true when that is not on this portal
   * @param since day of the proof, or who said it, "" for none
   * @param due who does it and until when, "" for nobody
   * @param itemHref of the page where something is said of it
   */
  public record OneLine(
      String title,
      String sign,
      ItemState state,
      String stateText,
      String proof,
      @Nullable String proofHref,
      boolean elsewhere,
      String since,
      String due,
      boolean late,
      String itemHref) {}
}
