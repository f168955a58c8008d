package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Publisher;
import java.util.List;

/**
 * What the page of an organization shows.
 *
 * @param facts about it, in words
 * @param lines what it has published, last first
 */
public record AuthorityView(Publisher publisher, List<String> facts, List<DatasetLine> lines) {
  public AuthorityView {
    facts = List.copyOf(facts);
    lines = List.copyOf(lines);
  }
}
