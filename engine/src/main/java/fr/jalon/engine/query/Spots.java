package fr.jalon.engine.query;

import java.util.List;

/**
 * What to draw on a map.
 *
 * @param total rows inside the rectangle
 * @param grouped true when there were too many rows to give one by one, so that a spot stands for
 *     all the rows of a cell of a grid
 */
public record Spots(List<Spot> spots, long total, boolean grouped) {
  public Spots {
    spots = List.copyOf(spots);
  }

  /**
   * @param count rows it stands for
   * @param row the 0-based number in the file of the first of them: the offset of a page of one row
   */
  public record Spot(double longitude, double latitude, long count, long row) {}
}
