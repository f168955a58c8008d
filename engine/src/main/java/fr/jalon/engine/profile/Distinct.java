package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.ByteDictionary;
import fr.jalon.engine.table.Text;
import java.util.Arrays;

/**
 * The distinct non-blank values of a column in order of first appearance, each with how many cells
 * bear it and which kinds it is of: whoever judges values judges each of these once.
 *
 * <p>Holds at most {@value #MAX_VALUES} values and 8 MiB of text, less in a table of more than
 * thirty columns; beyond, {@link #complete} is false and the other values are met again block by
 * block.
 */
public final class Distinct {
  public static final int MAX_VALUES = 1 << 16;
  private static final int MAX_BYTES = 8 << 20;

  /** For all the columns of a table together. */
  private static final int ALL_VALUES = 30 * MAX_VALUES;

  private static final int ALL_BYTES = 96 << 20;
  private static final int FEWEST_VALUES = 200;

  /** Little to begin with: a table may have thousands of columns. */
  private static final int FEW = 4;

  private final ByteDictionary values;
  private long[] counts = new long[FEW];
  private long[] kinds = new long[FEW];
  private long[] canonical = new long[FEW];
  private boolean complete = true;

  /**
   * @param columns of the table, which share the memory
   */
  Distinct(int columns) {
    values =
        new ByteDictionary(
            FEW,
            Math.max(FEWEST_VALUES, Math.min(MAX_VALUES, ALL_VALUES / columns)),
            Math.max(FEWEST_VALUES * 16, Math.min(MAX_BYTES, ALL_BYTES / columns)));
  }

  /** True when every distinct value of the column is here. */
  public boolean complete() {
    return complete;
  }

  public int size() {
    return values.size();
  }

  public Text value(int index) {
    return values.value(index);
  }

  /** How many cells bear this value. */
  public long count(int index) {
    return counts[index];
  }

  /** The kinds this value is of, one bit each in the order of {@code Kinds.ALL}. */
  public long kinds(int index) {
    return kinds[index];
  }

  /** True when this value is of a kind of {@code Kinds.ALL}. */
  public boolean isOf(int index, Kind kind) {
    return (kinds[index] >> Kinds.index(kind) & 1) != 0;
  }

  /** Among {@link #kinds}, those for which the value is already written canonically. */
  public long canonical(int index) {
    return canonical[index];
  }

  /** The index of a value, or -1. */
  public int find(Text value) {
    return values.find(value);
  }

  void count(int index, long more) {
    counts[index] += more;
  }

  void judge(int index, long kindBits, long canonicalBits) {
    kinds[index] = kindBits;
    canonical[index] = canonicalBits;
  }

  /** The index of a value, added when it is new; -1 when it is new and there is no more room. */
  int add(Text value) {
    int index = values.add(value.array(), value.offset(), value.length());
    if (index < 0) {
      complete = false;
    } else if (index == counts.length) {
      counts = Arrays.copyOf(counts, index * 2);
      kinds = Arrays.copyOf(kinds, index * 2);
      canonical = Arrays.copyOf(canonical, index * 2);
    }
    return index;
  }
}
