package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.RefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Reads one column of one row group, page by page. */
final class ChunkReader {
  private static final int DATA = 0;
  private static final int DICTIONARY = 2;
  private static final int DATA_2 = 3;

  /** Bytes read for the header of a page, more when it does not fit. */
  private static final int[] HEADER_BYTES = {1 << 9, 1 << 14, 1 << 22};

  private static final int MOST_PACKED = 128 << 20;

  private static final int RLE = 3;
  private static final int PLAIN = 0;
  private static final int PLAIN_DICTIONARY = 2;

  private final ParquetColumn column;
  private final Footer.Chunk chunk;
  private final FileChannel channel;
  private final Budget budget;
  private final long end;
  private long position;
  private long valuesLeft;

  private Values.@Nullable Dictionary dictionary;
  private long dictionaryBytes;
  private @Nullable Values values;
  private @Nullable RunLengths levels;
  private long pageBytes;
  private int pageLeft;

  ChunkReader(ParquetColumn column, Footer.Chunk chunk, FileChannel channel, Budget budget) {
    this.column = column;
    this.chunk = chunk;
    this.channel = channel;
    this.budget = budget;
    this.position = chunk.start();
    this.end = chunk.start() + chunk.length();
    this.valuesLeft = chunk.values();
  }

  /** Gives the value of the next record, if it has one. */
  void give(RecordSink sink) throws IOException {
    while (pageLeft == 0) {
      page();
    }
    pageLeft--;
    RunLengths defined = levels;
    boolean there = defined == null || defined.next() == column.definition();
    Values current = values;
    if (there && current != null) {
      current.give(sink);
    }
  }

  void close() {
    budget.giveBack(pageBytes + dictionaryBytes);
    if (dictionary != null) {
      dictionary.forget();
    }
    pageBytes = 0;
    dictionaryBytes = 0;
    values = null;
    dictionary = null;
  }

  /** What the header of a page says. */
  private static final class Header {
    private int type = -1;
    private int unpacked;
    private int packed;
    private int values;
    private int encoding;
    private int levelEncoding = RLE;
    private int definitionBytes;
    private int repetitionBytes;
    private boolean isPacked = true;
    private int length;
  }

  private void page() throws IOException {
    if (position >= end || valuesLeft <= 0) {
      throw ThriftInput.broken();
    }
    Header header = header();
    position += header.length;
    budget.read((long) HEADER_BYTES[0] + header.packed);
    if (header.packed > end - position) {
      throw ThriftInput.broken();
    }
    if (header.packed > MOST_PACKED) {
      throw new RefusedException("too-large");
    }
    switch (header.type) {
      case DICTIONARY -> dictionary(header);
      case DATA -> data(header);
      case DATA_2 -> data2(header);
      default -> {}
    }
    position += header.packed;
  }

  private Header header() throws IOException {
    RefusedException last = null;
    for (int size : HEADER_BYTES) {
      int most = (int) Math.min(size, end - position);
      byte[] bytes = bytes(position, most);
      try {
        return header(new ThriftInput(bytes, bytes.length));
      } catch (RefusedException e) {
        last = e;
        if (most == end - position) {
          break;
        }
      }
    }
    throw last == null ? ThriftInput.broken() : last;
  }

  private static Header header(ThriftInput in) throws RefusedException {
    Header header = new Header();
    in.enter();
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> header.type = in.count();
        case 2 -> header.unpacked = in.count();
        case 3 -> header.packed = in.count();
        case 5 -> data(in, header);
        case 7 -> data(in, header);
        case 8 -> data2(in, header);
        default -> in.skip();
      }
    }
    header.length = in.position();
    return header;
  }

  private static void data(ThriftInput in, Header header) throws RefusedException {
    in.expect(ThriftInput.STRUCT);
    int kept = in.enter();
    for (int field = in.field(); field != 0; field = in.field()) {
      if (field == 1) {
        header.values = in.count();
      } else if (field == 2) {
        header.encoding = in.count();
      } else if (field == 3 && in.type() == ThriftInput.INT) {
        header.levelEncoding = in.count();
      } else {
        in.skip();
      }
    }
    in.leave(kept);
  }

  private static void data2(ThriftInput in, Header header) throws RefusedException {
    in.expect(ThriftInput.STRUCT);
    int kept = in.enter();
    for (int field = in.field(); field != 0; field = in.field()) {
      switch (field) {
        case 1 -> header.values = in.count();
        case 4 -> header.encoding = in.count();
        case 5 -> header.definitionBytes = in.count();
        case 6 -> header.repetitionBytes = in.count();
        case 7 -> header.isPacked = in.bool();
        default -> in.skip();
      }
    }
    in.leave(kept);
  }

  private void dictionary(Header header) throws IOException {
    boolean plain = header.encoding == PLAIN || header.encoding == PLAIN_DICTIONARY;
    if (!plain || dictionary != null) {
      throw ThriftInput.broken();
    }
    // the places of its values are kept too
    budget.take(3L * header.unpacked);
    dictionaryBytes = 3L * header.unpacked;
    byte[] packed = bytes(position, header.packed);
    byte[] page = Codecs.unpack(chunk.codec(), packed, 0, packed.length, header.unpacked);
    dictionary = new Values.Dictionary(column, page, header.values, budget);
  }

  private void data(Header header) throws IOException {
    begin(header);
    byte[] packed = bytes(position, header.packed);
    byte[] page = Codecs.unpack(chunk.codec(), packed, 0, packed.length, header.unpacked);
    int from = 0;
    levels = null;
    int present = header.values;
    if (column.definition() > 0) {
      if (header.levelEncoding != RLE) {
        throw new RefusedException("parquet-encoding");
      }
      if (page.length < 4) {
        throw ThriftInput.broken();
      }
      long length =
          (page[0] & 0xffL)
              | (page[1] & 0xffL) << 8
              | (page[2] & 0xffL) << 16
              | (page[3] & 0xffL) << 24;
      if (length > page.length - 4) {
        throw ThriftInput.broken();
      }
      from = 4 + (int) length;
      present = levels(page, 4, from, header.values);
    }
    values = Values.of(column, header.encoding, page, from, present, dictionary);
  }

  private void data2(Header header) throws IOException {
    long before = (long) header.definitionBytes + header.repetitionBytes;
    if (before > header.packed || before > header.unpacked) {
      throw ThriftInput.broken();
    }
    begin(header);
    byte[] packed = bytes(position, header.packed);
    levels = null;
    int present = header.values;
    if (column.definition() > 0) {
      present = levels(packed, header.repetitionBytes, (int) before, header.values);
    }
    int codec = header.isPacked ? chunk.codec() : 0;
    int length = packed.length - (int) before;
    int size = header.unpacked - (int) before;
    byte[] page =
        length == 0 && size == 0
            ? new byte[0]
            : Codecs.unpack(codec, packed, (int) before, length, size);
    values = Values.of(column, header.encoding, page, 0, present, dictionary);
  }

  private void begin(Header header) throws RefusedException {
    if (header.values > valuesLeft) {
      throw ThriftInput.broken();
    }
    valuesLeft -= header.values;
    pageLeft = header.values;
    budget.giveBack(pageBytes);
    pageBytes = 0;
    // levels stay where they were read
    int bytes = Math.max(header.packed, header.unpacked);
    budget.take(bytes);
    pageBytes = bytes;
  }

  /** Takes the levels of a page; gives how many values are there. */
  private int levels(byte[] bytes, int from, int to, int count) throws RefusedException {
    int width = Bits.widthOf(column.definition());
    RunLengths counted = new RunLengths(bytes, from, to, width);
    int present = 0;
    for (int i = 0; i < count; i++) {
      present += counted.next() == column.definition() ? 1 : 0;
    }
    levels = new RunLengths(bytes, from, to, width);
    return present;
  }

  private byte[] bytes(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new EOFException("the file became shorter");
      }
    }
    return buffer.array();
  }
}
