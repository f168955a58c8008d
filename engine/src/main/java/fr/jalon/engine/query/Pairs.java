package fr.jalon.engine.query;

import java.util.List;

/**
 * Two numbers of each row that has both, or of some of these rows.
 *
 * @param total rows that have both
 * @param every 1 when all of them are here; otherwise one row of the file in so many was taken
 */
public record Pairs(List<Pair> pairs, long total, long every) {
  public Pairs {
    pairs = List.copyOf(pairs);
  }

  /**
   * @param row its 0-based number in the file
   */
  public record Pair(double x, double y, long row) {}
}
