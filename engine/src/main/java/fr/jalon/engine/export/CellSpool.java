package fr.jalon.engine.export;

import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Rows set down in a file of the job's folder, to be read again in any order: one writer first,
 * then one reader. Eight bytes of memory a row.
 */
final class CellSpool implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final Bytes pending = new Bytes(BUFFER);
  private long written;
  private long[] starts = new long[1 << 10];
  private int rows;

  private byte[] window = new byte[BUFFER];
  private long windowStart;
  private int windowLength;
  private int at;

  CellSpool(Path folder) throws IOException {
    file = Files.createTempFile(folder, "update", ".spool");
    channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Adds a cell to the row being set down. */
  void cell(Chunk chunk, int row) {
    int code = chunk.code(row);
    pending.putVarint(chunk.length(code));
    pending.put(chunk.array(), chunk.offset(code), chunk.length(code));
  }

  void endRow() throws IOException {
    rows++;
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, rows * 2);
    }
    starts[rows] = written + pending.size();
    if (pending.size() >= BUFFER) {
      flush();
    }
  }

  /** To be called once all rows are set down. */
  void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(pending.array(), 0, pending.size());
    while (bytes.hasRemaining()) {
      written += channel.write(bytes, written);
    }
    pending.clear();
  }

  /** Goes to a row, 0-based in the order in which they were set down. */
  void go(int row) throws IOException {
    long start = starts[row];
    int length = Math.toIntExact(starts[row + 1] - start);
    if (start < windowStart || start + length > windowStart + windowLength) {
      if (length > window.length) {
        window = new byte[length];
      }
      windowStart = start;
      windowLength = (int) Math.min(window.length, written - start);
      ByteBuffer bytes = ByteBuffer.wrap(window, 0, windowLength);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, start + bytes.position()) < 0) {
          throw new EOFException(file.toString());
        }
      }
    }
    at = (int) (start - windowStart);
  }

  /** Adds the next cell of the row to a column. */
  void next(ChunkBuilder column) {
    int length = 0;
    int shift = 0;
    byte b;
    do {
      b = window[at++];
      length |= (b & 0x7f) << shift;
      shift += 7;
    } while (b < 0);
    column.add(window, at, length);
    at += length;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
