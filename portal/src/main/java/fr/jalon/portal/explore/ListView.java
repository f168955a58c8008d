package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogQuery.Parameter;
import fr.jalon.portal.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of datasets shows.
 *
 * @param text as asked
 * @param hidden parameters the search box keeps
 * @param chips what the list is narrowed by; each leads to the list without it
 * @param loosened true when no dataset held all the words
 * @param corrected words that no dataset holds and what was sought in their place
 * @param suggested the list of what was perhaps meant, null when what was asked is plain
 * @param without choices without which there would be answers, when there is none
 * @param elsewhere what else there is of the place that is asked, null when none is or all was
 *     found
 * @param indexed false for pages search engines have no use for
 */
public record ListView(
    String text,
    List<Parameter> hidden,
    List<FacetView> facets,
    List<Option> chips,
    List<Option> orders,
    List<HitLine> lines,
    Pager pager,
    boolean loosened,
    List<Corrected> corrected,
    @Nullable Option suggested,
    List<Option> without,
    @Nullable Elsewhere elsewhere,
    boolean indexed) {
  public ListView {
    hidden = List.copyOf(hidden);
    facets = List.copyOf(facets);
    chips = List.copyOf(chips);
    orders = List.copyOf(orders);
    lines = List.copyOf(lines);
    corrected = List.copyOf(corrected);
    without = List.copyOf(without);
  }

  /** True when a choice would leave fewer answers, or one was made. */
  public boolean narrowable() {
    return facets.stream().anyMatch(facet -> !facet.choices().isEmpty());
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

  /** A word that no dataset holds, and the one that was sought in its place. */
  public record Corrected(String typed, String meant) {}

  /**
   * What else there is when a commune has not opened what is asked of it.
   *
   * @param name of the authority
   * @param href of its page
   * @param own the list of what it has opened, null when it has opened nothing
   * @param around the same question in its département, null when nothing answers it there
   */
  public record Elsewhere(
      String name, String href, @Nullable Option own, @Nullable Option around) {}
}
