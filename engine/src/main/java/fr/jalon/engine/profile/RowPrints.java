package fr.jalon.engine.profile;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;

/**
 * What tells a row from another at the same place of a later file: 64 bits of all its cells, the
 * same on every machine and in every version, for it is kept (FNV-1a of Fowler, Noll and Vo, public
 * domain, one a distinct value).
 */
public final class RowPrints {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private RowPrints() {}

  /** One a row of the block. */
  public static long[] of(Block block) {
    long[] rows = new long[block.rows()];
    for (Chunk chunk : block.chunks()) {
      long[] values = new long[chunk.distinct()];
      for (int code = 0; code < values.length; code++) {
        values[code] = print(chunk.array(), chunk.offset(code), chunk.length(code));
      }
      for (int row = 0; row < rows.length; row++) {
        rows[row] = with(rows[row], values[chunk.code(row)]);
      }
    }
    return rows;
  }

  /** That of rows that follow one another, with one more. */
  public static long with(long before, long next) {
    return (Long.rotateLeft(before, 5) ^ next) * PRIME;
  }

  private static long print(byte[] bytes, int offset, int length) {
    long print = BASIS;
    for (int i = offset; i < offset + length; i++) {
      print = (print ^ (bytes[i] & 0xff)) * PRIME;
    }
    return print;
  }
}
