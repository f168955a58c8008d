package fr.jalon.engine.export;

import fr.jalon.engine.table.Chunk;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Rows, or the keys of rows, known by 128 bits of the SHA-256 of their cells: so many that no two
 * different ones are met alike, whoever wrote them; and for each a number.
 *
 * <p>Takes 20 bytes a row and no more than half as many again for room. Not thread-safe.
 */
final class RowHashes {
  private static final int NONE = -1;

  private final MessageDigest digest;
  private final Bytes row = new Bytes(1 << 10);
  private long high;
  private long low;

  private long[] keys = new long[2 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  RowHashes() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    Arrays.fill(values, NONE);
  }

  /** Begins another row. */
  void begin() {
    row.clear();
  }

  /** Adds a cell to the row; its length is a part of it, so that cells cannot run together. */
  void cell(Chunk chunk, int rowOfBlock) {
    int code = chunk.code(rowOfBlock);
    row.putVarint(chunk.length(code));
    row.put(chunk.array(), chunk.offset(code), chunk.length(code));
  }

  /** Adds an empty cell to the row. */
  void nothing() {
    row.putVarint(0);
  }

  /** Ends the row: it is the one that is asked about from now on. */
  void end() {
    digest.update(row.array(), 0, row.size());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    high = hash.getLong();
    low = hash.getLong();
  }

  /** The number kept for the row, -1 when none is. */
  int find() {
    return values[slot(high, low)];
  }

  /** Keeps a number for the row, 0 or more, in place of the one before. */
  void put(int value) {
    int slot = slot(high, low);
    if (values[slot] == NONE) {
      keys[2 * slot] = high;
      keys[2 * slot + 1] = low;
      size++;
    }
    values[slot] = value;
    if (size > values.length / 3 * 2) {
      grow();
    }
  }

  /** Forgets all of them. */
  void clear() {
    keys = new long[2];
    values = new int[] {NONE};
    size = 0;
  }

  private int slot(long one, long other) {
    int mask = values.length - 1;
    int slot = (int) one & mask;
    while (values[slot] != NONE && (keys[2 * slot] != one || keys[2 * slot + 1] != other)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldValues.length * 2];
    Arrays.fill(values, NONE);
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != NONE) {
        int slot = slot(oldKeys[2 * i], oldKeys[2 * i + 1]);
        keys[2 * slot] = oldKeys[2 * i];
        keys[2 * slot + 1] = oldKeys[2 * i + 1];
        values[slot] = oldValues[i];
      }
    }
  }
}
