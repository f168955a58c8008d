package fr.jalon.engine.query;

import java.util.List;

/**
 * How the numbers or dates of a column spread.
 *
 * @param minimum and {@code maximum}: as text, "" when every cell is empty
 * @param counts rows in each of the equal steps from minimum to maximum, which is in the last
 * @param empty rows without a value
 */
public record Histogram(String minimum, String maximum, List<Long> counts, long empty) {
  public Histogram {
    counts = List.copyOf(counts);
  }
}
