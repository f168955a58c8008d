package fr.jalon.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How near what was read is to what was meant: ten figures from 0 to 1, as in the paper that {@link
 * Group} names.
 *
 * @param header names of the columns, as a multiset
 * @param records rows with their cells put end to end, as a multiset
 * @param cells every cell, names included, as a multiset
 */
record Score(double success, Measure header, Measure records, Measure cells) {
  /** What of the meant was read, what of the read was meant, and their harmonic mean. */
  record Measure(double precision, double recall, double f1) {
    static final Measure FULL = new Measure(1, 1, 1);
    static final Measure NONE = new Measure(0, 0, 0);

    double sum() {
      return precision + recall + f1;
    }

    static Measure of(Collection<String> meant, Collection<String> read) {
      if (meant.isEmpty()) {
        return FULL;
      }
      long common = common(meant, read);
      if (common == 0) {
        return NONE;
      }
      double precision = (double) common / read.size();
      double recall = (double) common / meant.size();
      return new Measure(precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static long common(Collection<String> meant, Collection<String> read) {
      Map<String, Integer> counts = new HashMap<>();
      meant.forEach(text -> counts.merge(text, 1, Integer::sum));
      long common = 0;
      for (String text : read) {
        Integer left = counts.get(text);
        if (left != null && left > 0) {
          counts.put(text, left - 1);
          common++;
        }
      }
      return common;
    }
  }

  private static final Score REFUSED = new Score(0, Measure.NONE, Measure.NONE, Measure.NONE);
  private static final Score FULL = new Score(1, Measure.FULL, Measure.FULL, Measure.FULL);

  /**
   * @param read what was read, its header first if it has one; null when the file was refused
   */
  static Score of(List<List<String>> meant, @Nullable List<List<String>> read) {
    if (read == null) {
      return REFUSED;
    }
    if (meant.isEmpty()) {
      return FULL;
    }
    List<String> header = read.isEmpty() ? List.of() : read.get(0);
    return new Score(
        1,
        Measure.of(meant.get(0), header),
        Measure.of(records(meant), records(read)),
        Measure.of(cells(meant), cells(read)));
  }

  private static List<String> records(List<List<String>> table) {
    return table.stream().skip(1).map(row -> String.join("", row)).toList();
  }

  private static List<String> cells(List<List<String>> table) {
    return table.stream().flatMap(List::stream).toList();
  }

  /** The ten figures added up. */
  double sum() {
    return success + header.sum() + records.sum() + cells.sum();
  }

  double mean() {
    return sum() / 10;
  }
}
