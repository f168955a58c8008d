package fr.jalon.engine.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns rows given cell by cell into blocks, for readers that meet their values one at a time
 * (workbooks, GeoJSON…).
 *
 * <p>Cells are given left to right; a short row is padded with empty values and cells beyond the
 * width are dropped: a reader that must keep them widens the table first. Not thread-safe.
 */
public final class BlockBuilder {
  private static final int MAX_BLOCK_BYTES = 8 << 20;

  /** Empty cells take room too: a code for each. */
  private static final int MAX_BLOCK_CELLS = 1 << 21;

  private static final byte[] NOTHING = new byte[0];

  private final int width;
  private final BlockSink sink;
  private final ChunkBuilder[] columns;
  private final int maxRows;
  private long[] sourceRows = new long[256];
  private long firstRow;
  private int rows;
  private int column;
  private long blockBytes;

  public BlockBuilder(int width, BlockSink sink) {
    this.width = width;
    this.sink = sink;
    this.columns = fresh(width);
    this.maxRows = Math.max(1, Math.min(Block.MAX_ROWS, MAX_BLOCK_CELLS / Math.max(1, width)));
  }

  public void cell(byte[] bytes, int offset, int length) {
    if (column < width) {
      columns[column++].add(bytes, offset, length);
      blockBytes += length;
    }
  }

  public void cell(String value) {
    if (column < width) {
      columns[column++].add(value);
      blockBytes += value.length();
    }
  }

  /** Ends the row; {@code sourceRow} is its 1-based number in the source. */
  public void endRow(long sourceRow) throws IOException {
    while (column < width) {
      columns[column++].add(NOTHING, 0, 0);
    }
    column = 0;
    if (rows == sourceRows.length) {
      sourceRows = Arrays.copyOf(sourceRows, rows * 2);
    }
    sourceRows[rows++] = sourceRow;
    if (rows == maxRows || blockBytes >= MAX_BLOCK_BYTES) {
      flush();
    }
  }

  /** Hands over the last, partial block; nothing may be added afterwards. */
  public void finish() throws IOException {
    if (rows > 0) {
      flush();
    }
  }

  private void flush() throws IOException {
    List<Chunk> chunks = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      ChunkBuilder next = columns[i].successor();
      chunks.add(columns[i].build());
      columns[i] = next;
    }
    Block block = new Block(firstRow, Arrays.copyOf(sourceRows, rows), chunks);
    firstRow += rows;
    rows = 0;
    blockBytes = 0;
    sink.accept(block);
  }

  private static ChunkBuilder[] fresh(int width) {
    ChunkBuilder[] builders = new ChunkBuilder[width];
    for (int i = 0; i < width; i++) {
      builders[i] = new ChunkBuilder();
    }
    return builders;
  }
}
