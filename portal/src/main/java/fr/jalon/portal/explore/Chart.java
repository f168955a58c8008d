package fr.jalon.portal.explore;

import java.util.List;

/**
 * A chart: what it says, its shapes, its figures.
 *
 * @param notes what is to be known to read it right, in sentences
 */
public record Chart(String title, Drawing drawing, Figures figures, List<String> notes) {
  public Chart {
    notes = List.copyOf(notes);
  }
}
