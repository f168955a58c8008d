package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.RowSpool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells met after others that come below or to the right of them, as some programs write; kept in
 * memory until their sheet ends, then put in their places.
 */
final class LateCells {
  /** A quarter of the memory there is: the rest of the reading needs some too. */
  private static final long MAX_BYTES = Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

  private static final int INDEX_BITS = 25;
  private static final int COLUMN_BITS = 14;

  /** Row, column and order of arrival of each cell, packed so that they sort as numbers. */
  private long[] places = new long[64];

  private int[] starts = new int[65];
  private int count;
  private byte[] bytes = new byte[1024];

  boolean isEmpty() {
    return count == 0;
  }

  /** Adds a cell; the row is 1-based, the column 0-based. */
  void add(long row, int column, byte[] source, int offset, int length) throws IOException {
    if (length == 0) {
      return;
    }
    if (column >= Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    if (row > Limits.ROWS) {
      throw new RefusedException("too-many-rows", "rows", Limits.ROWS);
    }
    long size = (long) starts[count] + length;
    if (size + 20L * count > MAX_BYTES || count + 1 >= 1 << INDEX_BITS) {
      throw new RefusedException("too-large");
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      starts = Arrays.copyOf(starts, count * 2 + 1);
    }
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(size, Math.min(bytes.length * 2L, MAX_BYTES)));
    }
    System.arraycopy(source, offset, bytes, starts[count], length);
    places[count] = (row << COLUMN_BITS | column) << INDEX_BITS | count;
    starts[++count] = (int) size;
  }

  /**
   * The rows set down with these cells among them; where two stand at one place, the first one read
   * holds. The rows given are closed.
   */
  RowSpool among(RowSpool rows, Path folder) throws IOException {
    Arrays.sort(places, 0, count);
    RowSpool merged = new RowSpool(folder);
    boolean done = false;
    try (rows) {
      RowSpool.Cursor cursor = rows.read();
      boolean more = cursor.next();
      int next = 0;
      while (more || next < count) {
        long late = next < count ? row(next) : Long.MAX_VALUE;
        long row = more ? Math.min(cursor.row(), late) : late;
        boolean known = more && cursor.row() == row;
        next = putRow(merged, known ? cursor : null, row, next);
        merged.endRow(row);
        more = known ? cursor.next() : more;
      }
      done = true;
      return merged;
    } finally {
      if (!done) {
        merged.close();
      }
    }
  }

  private int putRow(RowSpool to, RowSpool.@Nullable Cursor known, long row, int from)
      throws IOException {
    int next = from;
    int cell = 0;
    int last = -1;
    while (true) {
      boolean late = next < count && row(next) == row;
      boolean early = known != null && cell < known.cells();
      if (known != null && early && (!late || known.column(cell) <= column(next))) {
        last = known.column(cell);
        to.wellFormed(last, known.bytes(), known.start(cell), known.end(cell) - known.start(cell));
        cell++;
      } else if (late) {
        int index = (int) (places[next] & (1 << INDEX_BITS) - 1);
        if (column(next) > last) {
          last = column(next);
          to.cell(last, bytes, starts[index], starts[index + 1] - starts[index]);
        }
        next++;
      } else {
        return next;
      }
    }
  }

  private long row(int place) {
    return places[place] >>> INDEX_BITS + COLUMN_BITS;
  }

  private int column(int place) {
    return (int) (places[place] >>> INDEX_BITS) & (1 << COLUMN_BITS) - 1;
  }
}
