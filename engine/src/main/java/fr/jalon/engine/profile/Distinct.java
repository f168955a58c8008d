package fr.jalon.engine.profile;

import fr.jalon.engine.table.Hash;
import fr.jalon.engine.table.Text;
import java.util.Arrays;

/**
 * The distinct non-blank values of a column in order of first appearance, each with how many cells
 * bear it and which kinds it is of: whoever judges values judges each of these once.
 *
 * <p>Holds at most {@value #MAX_VALUES} values and 8 MiB of text; beyond, {@link #complete} is
 * false and the other values are met again block by block.
 */
public final class Distinct {
  public static final int MAX_VALUES = 1 << 16;
  private static final int MAX_BYTES = 8 << 20;

  private byte[] bytes = new byte[256];
  private int[] offsets = new int[17];
  private long[] counts = new long[16];
  private long[] kinds = new long[16];
  private long[] canonical = new long[16];
  private int[] hashes = new int[16];
  private int[] slots = new int[32];
  private int size;
  private boolean complete = true;

  Distinct() {
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
    if (size == MAX_VALUES || start + value.length() > MAX_BYTES) {
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
