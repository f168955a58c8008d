package fr.jalon.portal.deposit;

import java.util.List;
import java.util.Map;

/**
 * What another room puts beside a step: a way to ask a person, and what may be read about it.
 *
 * @param ask text of the link by which one asks, "" for those who do not
 * @param askHref its address, to which {@link Place#query} is added after a question mark
 * @param links about the whole step
 * @param byCard about the cards, by their code
 */
public record Aside(String ask, String askHref, List<Link> links, Map<String, List<Link>> byCard) {
  public Aside {
    links = List.copyOf(links);
    byCard = Map.copyOf(byCard);
  }

  /** Something to read or to go on with. */
  public record Link(String text, String href) {}

  /** Where one asks about a place. */
  public String href(Place place) {
    return askHref + "?" + place.query();
  }

  public List<Link> of(String card) {
    return byCard.getOrDefault(card, List.of());
  }
}
