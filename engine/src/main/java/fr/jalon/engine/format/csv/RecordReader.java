package fr.jalon.engine.format.csv;

import fr.jalon.engine.table.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Gives the records of a file one by one, whatever their length up to {@value #MAX_RECORD} bytes,
 * from a buffer that holds a few megabytes of it. Not thread-safe.
 */
final class RecordReader implements Closeable {
  static final int MAX_RECORD = 64 << 20;
  private static final int BUFFER = 1 << 20;

  private final FileChannel file;
  private final RecordParser parser;
  private byte[] buffer;
  private int at;
  private int held;
  private boolean last;

  /** Place in the file of the buffer's first byte. */
  private long base;

  private long recordStart;
  private long number;
  private final long lastNumber;

  /**
   * @param from where the first record begins
   * @param number the 1-based number of that record
   */
  RecordReader(Path path, long from, long number, Dialect dialect, int width) throws IOException {
    this(path, from, number, Long.MAX_VALUE, dialect, width);
  }

  /**
   * @param lastNumber the number of the record to stop after
   */
  RecordReader(Path path, long from, long number, long lastNumber, Dialect dialect, int width)
      throws IOException {
    this.lastNumber = lastNumber;
    this.file = FileChannel.open(path);
    long rest = file.size() - from;
    this.buffer = new byte[(int) Math.max(4096, Math.min(BUFFER, rest + 1))];
    this.base = from;
    this.number = number - 1;
    this.parser = new RecordParser(dialect, width);
    file.position(from);
    fill();
  }

  /** Reads the next record into {@link #parser}; false after the last one. */
  boolean next() throws IOException, UnreadableFile {
    if (number >= lastNumber) {
      return false;
    }
    while (true) {
      if (at >= held && last) {
        return false;
      }
      if (at < held && parser.parse(buffer, at, held, last)) {
        recordStart = base + at;
        at = parser.next;
        number++;
        return true;
      }
      makeRoom();
      fill();
    }
  }

  RecordParser parser() {
    return parser;
  }

  /** 1-based number of the record read. */
  long number() {
    return number;
  }

  /** Place in the file where the record read begins. */
  long recordStart() {
    return recordStart;
  }

  /** Place in the file where the next record begins. */
  long position() {
    return base + at;
  }

  private void makeRoom() throws UnreadableFile {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, held - at);
      base += at;
      held -= at;
      at = 0;
    } else if (held == buffer.length) {
      if (buffer.length >= MAX_RECORD) {
        throw new UnreadableFile("record-too-long");
      }
      buffer = Arrays.copyOf(buffer, Math.min(MAX_RECORD, buffer.length * 2));
    }
  }

  private void fill() throws IOException {
    while (held < buffer.length) {
      int read = file.read(ByteBuffer.wrap(buffer, held, buffer.length - held));
      if (read < 0) {
        last = true;
        return;
      }
      held += read;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
