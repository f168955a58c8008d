package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.Publisher;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an organization shows.
 *
 * @param facts about it, in words
 * @param story what it opened and since when, how much of it keeps its promises; empty for nothing
 * @param opened what it has published, last first
 * @param contacts where to write to it, as its datasets say
 * @param law what is asked of it, in a sentence
 */
public record AuthorityView(
    Publisher publisher,
    List<String> facts,
    List<String> story,
    List<Opened> opened,
    List<Fact> contacts,
    String law) {
  public AuthorityView {
    facts = List.copyOf(facts);
    story = List.copyOf(story);
    opened = List.copyOf(opened);
    contacts = List.copyOf(contacts);
  }

  /**
   * A dataset it opened.
   *
   * @param late what was promised and has not come, null when nothing
   */
  public record Opened(DatasetLine line, @Nullable String late) {}
}
