package fr.jalon.engine.table;

import java.util.List;
import java.util.Objects;

/**
 * Some consecutive rows of a table, column by column; what every pass works on.
 *
 * <p>A block holds at most {@link #MAX_ROWS} rows. {@code sourceRows} gives for each row its
 * 1-based number in the source as a spreadsheet shows it (a CSV record counts as one row, blank
 * ones included). Immutable.
 */
public final class Block {
  public static final int MAX_ROWS = 1 << 16;

  private final long firstRow;
  private final long[] sourceRows;
  private final List<Chunk> chunks;

  /**
   * @param firstRow 0-based number in the table of the block's first row
   */
  public Block(long firstRow, long[] sourceRows, List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      if (chunk.rows() != sourceRows.length) {
        throw new IllegalArgumentException(
            "a chunk has " + chunk.rows() + " rows, its block " + sourceRows.length);
      }
    }
    this.firstRow = firstRow;
    this.sourceRows = sourceRows;
    this.chunks = List.copyOf(chunks);
  }

  public int rows() {
    return sourceRows.length;
  }

  public long firstRow() {
    return firstRow;
  }

  public int width() {
    return chunks.size();
  }

  public Chunk chunk(int column) {
    return chunks.get(column);
  }

  public List<Chunk> chunks() {
    return chunks;
  }

  /** The 1-based row number in the source of a row of this block. */
  public long sourceRow(int row) {
    return sourceRows[Objects.checkIndex(row, sourceRows.length)];
  }

  public long[] sourceRows() {
    return sourceRows;
  }
}
