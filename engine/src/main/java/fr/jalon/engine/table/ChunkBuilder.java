package fr.jalon.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds one {@link Chunk}: values come in row by row as bytes, and each distinct one is kept once.
 *
 * <p>Hashes eight bytes a step and compares bytes on a match, so equal hashes never merge different
 * values; the table is open-addressed and at most half full. Not thread-safe.
 */
public final class ChunkBuilder {
  /** Little to begin with: a table may have thousands of columns. */
  private static final int FEW = 16;

  private byte[] bytes;
  private int[] offsets;
  private int distinct;
  private int[] codes;
  private int rows;

  /** Code plus one of the value whose hash falls here, 0 when none does. */
  private int[] slots;

  private int[] hashes;

  public ChunkBuilder() {
    this(FEW * 8, FEW, FEW, new int[FEW * 2], new int[FEW]);
  }

  private ChunkBuilder(int bytes, int distinct, int rows, int[] slots, int[] hashes) {
    this.bytes = new byte[bytes];
    this.offsets = new int[distinct + 1];
    this.codes = new int[rows];
    this.slots = slots;
    this.hashes = hashes;
  }

  /**
   * A builder for the same column of the next block, with as much room as this one came to need. It
   * takes over the working arrays of this one, which can only be {@link #build built} any more.
   */
  ChunkBuilder successor() {
    Arrays.fill(slots, 0);
    int bytesLike = Math.max(FEW * 8, dictionaryBytes() + dictionaryBytes() / 16);
    int distinctLike = Math.max(FEW, distinct + distinct / 16);
    return new ChunkBuilder(bytesLike, distinctLike, Math.max(FEW, rows), slots, hashes);
  }

  /** Adds the value of the next row. */
  public void add(byte[] source, int offset, int length) {
    addCode(codeOf(source, offset, length));
  }

  /** Adds the value of the next row. */
  public void add(String value) {
    addCode(codeOf(value));
  }

  int codeOf(String value) {
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    return codeOf(encoded, 0, encoded.length);
  }

  int codeOf(byte[] source, int offset, int length) {
    int hash = Hash.of32(source, offset, length);
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] > 0) {
      int code = slots[slot] - 1;
      if (hashes[code] == hash
          && Arrays.equals(
              bytes, offsets[code], offsets[code + 1], source, offset, offset + length)) {
        return code;
      }
      slot = (slot + 1) & mask;
    }
    return insert(source, offset, length, hash, slot);
  }

  void addCode(int code) {
    if (rows == codes.length) {
      codes = Arrays.copyOf(codes, rows * 2);
    }
    codes[rows++] = code;
  }

  public int rows() {
    return rows;
  }

  /** Bytes kept so far, to decide when a block is full. */
  public int dictionaryBytes() {
    return offsets[distinct];
  }

  /** The finished column; the builder must not be used afterwards. */
  public Chunk build() {
    return new Chunk(bytes, offsets, distinct, codes, rows);
  }

  private int insert(byte[] source, int offset, int length, int hash, int slot) {
    int code = distinct++;
    int start = offsets[code];
    if (code + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    if (code == hashes.length) {
      hashes = Arrays.copyOf(hashes, hashes.length * 2);
    }
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    System.arraycopy(source, offset, bytes, start, length);
    offsets[code + 1] = start + length;
    hashes[code] = hash;
    slots[slot] = distinct;
    if (distinct * 2 > slots.length) {
      grow();
    }
    return code;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int code = 0; code < distinct; code++) {
      int slot = hashes[code] & mask;
      while (slots[slot] > 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = code + 1;
    }
  }
}
