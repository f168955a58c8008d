package fr.jalon.engine.profile;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Hash;
import fr.jalon.engine.table.Text;
import java.util.function.IntConsumer;

/**
 * Finds rows equal to one before them by 64-bit hashes of whole rows, 16 bytes a row at most.
 *
 * <p>Two different rows among ten million bear the same hash with a chance of one in 300 000.
 */
public final class RowHashes {
  /** Beyond this many different rows memory would grow too much: the search is given up. */
  private static final int MAX_ROWS = 6_000_000;

  private static final long NOTHING = 0;

  private long[] slots = new long[1024];
  private int size;
  private boolean givenUp;

  /** True when the table has too many rows for this search. */
  public boolean givenUp() {
    return givenUp;
  }

  /** Tells the rows of the block, 0-based in it, that were met before. */
  public void add(Block block, IntConsumer repeated) {
    if (givenUp) {
      return;
    }
    long[] rows = hashes(block);
    for (int row = 0; row < rows.length; row++) {
      if (!insert(rows[row])) {
        repeated.accept(row);
      }
    }
    if (size > MAX_ROWS) {
      givenUp = true;
      slots = new long[0];
    }
  }

  private static long[] hashes(Block block) {
    long[] rows = new long[block.rows()];
    for (Chunk chunk : block.chunks()) {
      long[] values = new long[chunk.distinct()];
      for (int code = 0; code < values.length; code++) {
        Text value = chunk.value(code);
        values[code] = Hash.of(value.array(), value.offset(), value.length());
      }
      for (int row = 0; row < rows.length; row++) {
        rows[row] = Long.rotateLeft(rows[row], 7) * 0x9E3779B97F4A7C15L + values[chunk.code(row)];
      }
    }
    return rows;
  }

  private boolean insert(long hash) {
    long key = hash == NOTHING ? 1 : hash;
    int mask = slots.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (slots[slot] != NOTHING) {
      if (slots[slot] == key) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = key;
    size++;
    if (size > slots.length / 4 * 3) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    int mask = slots.length - 1;
    for (long key : old) {
      if (key != NOTHING) {
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (slots[slot] != NOTHING) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = key;
      }
    }
  }
}
