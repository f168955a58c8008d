package fr.jalon.engine.table;

import java.util.Arrays;

/**
 * Distinct values as bytes, each under the index of its first appearance.
 *
 * <p>Hashes eight bytes a step and compares bytes on a match, so equal hashes never merge different
 * values; the table is open-addressed and at most half full. Not thread-safe.
 */
public final class ByteDictionary {
  private final int mostValues;
  private final int mostBytes;
  private byte[] bytes;
  private int[] offsets;
  private int[] hashes;
  private int size;

  /** Index plus one of the value whose hash falls here, 0 when none does. */
  private int[] slots;

  /**
   * @param few values that there is room for to begin with, a power of two
   * @param mostValues it will ever hold
   * @param mostBytes it will ever hold
   */
  public ByteDictionary(int few, int mostValues, int mostBytes) {
    this(mostValues, mostBytes, few * 8, few, new int[few * 2], new int[few]);
  }

  private ByteDictionary(
      int mostValues, int mostBytes, int bytes, int values, int[] slots, int[] hashes) {
    this.mostValues = mostValues;
    this.mostBytes = mostBytes;
    this.bytes = new byte[bytes];
    this.offsets = new int[values + 1];
    this.slots = slots;
    this.hashes = hashes;
  }

  /**
   * An empty dictionary with room for as much as this one holds, and no less than asked. It takes
   * over the working arrays of this one, which can only be read by index any more.
   */
  ByteDictionary successor(int few) {
    Arrays.fill(slots, 0);
    int bytesLike = Math.max(few * 8, byteCount() + byteCount() / 16);
    int valuesLike = Math.max(few, size + size / 16);
    return new ByteDictionary(mostValues, mostBytes, bytesLike, valuesLike, slots, hashes);
  }

  public int size() {
    return size;
  }

  public Text value(int index) {
    return new Text(bytes, offsets[index], offsets[index + 1] - offsets[index]);
  }

  /** The index of a value, or -1. */
  public int find(Text value) {
    byte[] source = value.array();
    int offset = value.offset();
    int length = value.length();
    int hash = Hash.of32(source, offset, length);
    return slots[slot(source, offset, length, hash)] - 1;
  }

  /** The index of a value, added when it is new; -1 when it is new and there is no more room. */
  public int add(byte[] source, int offset, int length) {
    int hash = Hash.of32(source, offset, length);
    int slot = slot(source, offset, length, hash);
    return slots[slot] > 0 ? slots[slot] - 1 : insert(source, offset, length, hash, slot);
  }

  /** Bytes of all the values. */
  int byteCount() {
    return offsets[size];
  }

  /** The bytes of all the values, one after the other. */
  byte[] bytes() {
    return bytes;
  }

  /** Where each value begins, then where the last one ends. */
  int[] offsets() {
    return offsets;
  }

  /** The slot of a value, or the free one where it would be. */
  private int slot(byte[] source, int offset, int length, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] > 0) {
      int index = slots[slot] - 1;
      if (hashes[index] == hash
          && Arrays.equals(
              bytes, offsets[index], offsets[index + 1], source, offset, offset + length)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int insert(byte[] source, int offset, int length, int hash, int slot) {
    int index = size;
    int start = offsets[index];
    if (index == mostValues || start + length > mostBytes) {
      return -1;
    }
    size++;
    if (index + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    if (index == hashes.length) {
      hashes = Arrays.copyOf(hashes, hashes.length * 2);
    }
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    System.arraycopy(source, offset, bytes, start, length);
    offsets[index + 1] = start + length;
    hashes[index] = hash;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      grow();
    }
    return index;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int index = 0; index < size; index++) {
      int slot = hashes[index] & mask;
      while (slots[slot] > 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = index + 1;
    }
  }
}
