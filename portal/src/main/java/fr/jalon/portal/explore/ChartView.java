package fr.jalon.portal.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart and what else could be drawn.
 *
 * @param bars null when no column suits
 * @param total of all the bars
 */
public record ChartView(
    String path,
    List<Option> by,
    List<Option> measures,
    String byName,
    String measureName,
    @Nullable Bars bars,
    String total) {
  public ChartView {
    by = List.copyOf(by);
    measures = List.copyOf(measures);
  }
}
