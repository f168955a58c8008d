package fr.jalon.portal.explore;

import fr.jalon.portal.explore.DatasetView.Tab;
import java.util.List;

/**
 * A chart and what else could be drawn.
 *
 * @param kinds the ways of drawing this dataset
 * @param word of the one chosen, as the address says it
 * @param fields what can be chosen in it
 * @param svgHref the same as a file of vectors
 * @param pngHref the same as a picture
 */
public record ChartView(
    String path,
    List<Tab> kinds,
    String word,
    List<Field> fields,
    Chart chart,
    String svgHref,
    String pngHref) {
  public ChartView {
    kinds = List.copyOf(kinds);
    fields = List.copyOf(fields);
  }

  /** A list to choose from. */
  public record Field(String name, String label, List<Option> options) {
    public Field {
      options = List.copyOf(options);
    }
  }
}
