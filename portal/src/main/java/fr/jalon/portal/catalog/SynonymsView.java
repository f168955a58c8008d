package fr.jalon.portal.catalog;

import fr.jalon.portal.catalog.Synonyms.Line;
import fr.jalon.portal.web.FormErrors;
import java.util.List;

/**
 * What the page of words for the same thing shows.
 *
 * @param phrases as typed, when they were refused
 */
public record SynonymsView(List<Line> added, List<Line> ours, String phrases, FormErrors errors) {
  public SynonymsView {
    added = List.copyOf(added);
    ours = List.copyOf(ours);
  }

  /** The names of a line, one after the other. */
  public String text(Line line) {
    return String.join(", ", line.phrases());
  }

  /** Where a line is removed. */
  public String removal(Line line) {
    return CatalogPaths.SYNONYMS + "/" + line.id() + "/retirer";
  }
}
