package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Hash;
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

  private final int maxValues;
  private final int maxBytes;
  private byte[] bytes = new byte[64];
  private int[] offsets = new int[5];
  private long[] counts = new long[4];
  private long[] kinds = new long[4];
  private long[] canonical = new long[4];
  private int[] hashes = new int[4];
  private int[] slots = new int[8];
  private int size;
  private boolean complete = true;

  /**
   * @param columns of the table, which share the memory
   */
  Distinct(int columns) {
    maxValues = Math.max(FEWEST_VALUES, Math.min(MAX_VALUES, ALL_VALUES / columns));
    maxBytes = Math.max(FEWEST_VALUES * 16, Math.min(MAX_BYTES, ALL_BYTES / columns));
    Arrays.fill(slots, -1);
  }

  /** True when every distinct value of the column is here. */
  public boolean complete() {
    return complete;
  }

  public int size() {
    return size;
  }

  public Text value(int index) {
    return new Text(bytes, offsets[index], offsets[index + 1] - offsets[index]);
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
    return slots[slot(value, hash(value))];
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
    int hash = hash(value);
    int slot = slot(value, hash);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    int start = offsets[size];
    if (size == maxValues || start + value.length() > maxBytes) {
      complete = false;
      return -1;
    }
    makeRoom(start + value.length());
    System.arraycopy(value.array(), value.offset(), bytes, start, value.length());
    offsets[size + 1] = start + value.length();
    hashes[size] = hash;
    slots[slot] = size;
    size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private static int hash(Text value) {
    long hash = Hash.of(value.array(), value.offset(), value.length());
    return (int) (hash ^ (hash >>> 32));
  }

  private int slot(Text value, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] >= 0) {
      int index = slots[slot];
      if (hashes[index] == hash
          && Arrays.equals(
              bytes,
              offsets[index],
              offsets[index + 1],
              value.array(),
              value.offset(),
              value.offset() + value.length())) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void makeRoom(int byteCount) {
    if (byteCount > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, byteCount));
    }
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
      canonical = Arrays.copyOf(canonical, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2 + 1);
    }
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    int mask = slots.length - 1;
    for (int index = 0; index < size; index++) {
      int slot = hashes[index] & mask;
      while (slots[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = index;
    }
  }
}
