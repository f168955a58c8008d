package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Marked;
import java.util.List;

/**
 * An answer of a search.
 *
 * @param columns titles of columns that hold what was sought, when nothing above tells it
 * @param labels values that do
 */
public record HitLine(
    DatasetLine line,
    Marked title,
    Marked promise,
    Marked publisher,
    List<Marked> columns,
    List<Marked> labels) {
  public HitLine {
    columns = List.copyOf(columns);
    labels = List.copyOf(labels);
  }
}
