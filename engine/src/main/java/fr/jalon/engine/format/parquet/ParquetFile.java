package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Parquet file, read record by record. What is wrong in it is a {@link RefusedException}. */
public final class ParquetFile implements Closeable {
  private static final String MAGIC = "PAR1";
  private static final String ENCRYPTED = "PARE";
  private static final int END_BYTES = 8;
  private static final int LEAST_BYTES = 12;
  private static final int MOST_FOOTER = 32 << 20;

  private final FileChannel channel;
  private final Footer footer;

  private ParquetFile(FileChannel channel, Footer footer) {
    this.channel = channel;
    this.footer = footer;
  }

  /** True when the file begins as Parquet does. */
  public static boolean looksLikeOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() < MAGIC.length()) {
        return false;
      }
      String start = text(channel, 0);
      return start.equals(MAGIC) || start.equals(ENCRYPTED);
    }
  }

  /** Opens the file and reads its footer. */
  public static ParquetFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    boolean done = false;
    try {
      ParquetFile file = new ParquetFile(channel, footer(channel));
      done = true;
      return file;
    } catch (IndexOutOfBoundsException e) {
      throw ThriftInput.broken();
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  private static Footer footer(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < LEAST_BYTES) {
      throw ThriftInput.broken();
    }
    String end = text(channel, size - MAGIC.length());
    if (end.equals(ENCRYPTED)) {
      throw new RefusedException("password-protected");
    }
    long length = bytes(channel, size - END_BYTES, 4).getInt() & 0xffffffffL;
    if (!end.equals(MAGIC) || length > size - LEAST_BYTES || length > MOST_FOOTER) {
      throw ThriftInput.broken();
    }
    byte[] bytes = bytes(channel, size - END_BYTES - length, (int) length).array();
    return new Footer(bytes, size);
  }

  private static String text(FileChannel channel, long from) throws IOException {
    return new String(bytes(channel, from, 4).array(), StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new EOFException("the file became shorter");
      }
    }
    return buffer.flip();
  }

  /** The leaves of the schema, in order. */
  public List<ParquetColumn> columns() {
    return List.copyOf(footer.columns());
  }

  public long rows() {
    return footer.rows();
  }

  /** What the file says of itself under a name, null when it says nothing. */
  public @Nullable String property(String name) {
    return footer.properties().get(name);
  }

  /** Gives all the records, with the values of some columns. */
  public void read(List<ParquetColumn> wanted, RecordSink sink) throws IOException {
    if (footer.rows() * Math.max(1, wanted.size()) > Limits.GRID) {
      throw new RefusedException("too-many-cells", "cells", Limits.GRID);
    }
    Budget budget = new Budget();
    try {
      for (Footer.RowGroup group : footer.rowGroups()) {
        read(group, wanted, budget, sink);
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw ThriftInput.broken();
    }
  }

  private void read(
      Footer.RowGroup group, List<ParquetColumn> wanted, Budget budget, RecordSink sink)
      throws IOException {
    List<ChunkReader> readers = new ArrayList<>();
    for (ParquetColumn column : wanted) {
      Footer.Chunk chunk = group.chunks().get(column.index());
      if (chunk.values() != group.rows()) {
        throw ThriftInput.broken();
      }
      readers.add(new ChunkReader(column, chunk, channel, budget));
    }
    for (long row = 0; row < group.rows() && sink.wantsMore(); row++) {
      for (ChunkReader reader : readers) {
        reader.give(sink);
      }
      sink.endRecord();
    }
    readers.forEach(ChunkReader::close);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
