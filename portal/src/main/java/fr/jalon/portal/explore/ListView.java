package fr.jalon.portal.explore;

import fr.jalon.portal.web.Pager;
import java.util.List;
import java.util.Map;

/**
 * What the list of datasets shows.
 *
 * @param text as asked
 * @param hidden parameters the search box keeps
 * @param chips what the list is narrowed by; each leads to the list without it
 * @param loosened true when no dataset held all the words
 * @param indexed false for pages search engines have no use for
 */
public record ListView(
    String text,
    Map<String, String> hidden,
    List<FacetView> facets,
    List<Option> chips,
    List<Option> orders,
    List<DatasetLine> lines,
    Pager pager,
    boolean loosened,
    boolean indexed) {
  public ListView {
    facets = List.copyOf(facets);
    chips = List.copyOf(chips);
    orders = List.copyOf(orders);
    lines = List.copyOf(lines);
  }

  /** True when something narrows the list beside the text. */
  public boolean filtered() {
    return !chips.isEmpty();
  }

  /**
   * @param key of its name in the message files, after {@code catalog.facet.}
   * @param open true when its choices are to be seen at once
   */
  public record FacetView(String key, boolean open, List<Option> choices) {
    public FacetView {
      choices = List.copyOf(choices);
    }
  }

  /**
   * @param href the list with this choice; without it when it is chosen
   * @param count datasets that bear it, 0 where nothing is counted
   */
  public record Option(String text, String href, long count, boolean chosen) {}
}
