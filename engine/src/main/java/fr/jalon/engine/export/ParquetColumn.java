package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Chunk;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes one column of one row group: its dictionary page, if it has one, and its data pages. */
final class ParquetColumn {
  private static final int BOOLEAN = 0;
  private static final int INT32 = 1;
  private static final int INT64 = 2;
  private static final int DOUBLE = 5;
  private static final int BYTE_ARRAY = 6;

  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int RLE_DICTIONARY = 8;
  private static final int ZSTD = 6;

  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;

  /** Small enough that a reader of fifty rows passes over most of a row group. */
  private static final int PAGE_ROWS = 8192;

  /** Longer texts make poor bounds and fat footers. */
  private static final int LONGEST_BOUND = 128;

  private final HashedFile file;
  private final ZstdCompressor zstd = new ZstdCompressor();
  private final Bytes page = new Bytes(1 << 18);
  private final Bytes header = new Bytes(64);
  private byte[] compressed = new byte[1 << 18];
  private final int[] present = new int[PAGE_ROWS];
  private final int[] levels = new int[PAGE_ROWS];
  private long plainSize;
  private long compressedSize;

  ParquetColumn(HashedFile file) {
    this.file = file;
  }

  static int physicalType(ValueType type) {
    return switch (type) {
      case TEXT -> BYTE_ARRAY;
      case INTEGER, DATETIME -> INT64;
      case DECIMAL -> DOUBLE;
      case BOOLEAN -> BOOLEAN;
      case DATE -> INT32;
    };
  }

  Written write(TypedChunk column) throws IOException {
    plainSize = 0;
    compressedSize = 0;
    int rows = column.chunk().rows();
    int nulls = nulls(column);
    boolean dictionary = isWorthADictionary(column, rows - nulls);
    long dictionaryOffset = dictionary ? file.position() : -1;
    if (dictionary) {
      writeDictionary(column);
    }
    long dataOffset = file.position();
    for (int from = 0; from < rows; from += PAGE_ROWS) {
      writeData(column, from, Math.min(rows, from + PAGE_ROWS), dictionary);
    }
    return new Written(
        dictionaryOffset, dataOffset, plainSize, compressedSize, nulls, Bounds.of(column));
  }

  private void writeData(TypedChunk column, int from, int end, boolean dictionary)
      throws IOException {
    int count = takePresent(column, from, end);
    page.clear();
    writeLevels(column, from, end, count);
    if (dictionary) {
      writeIndices(column, count);
    } else if (column.type() == ValueType.BOOLEAN) {
      writeBooleans(column, count);
    } else {
      for (int i = 0; i < count; i++) {
        putPlain(column, present[i]);
      }
    }
    writePage(DATA_PAGE, end - from, dictionary ? RLE_DICTIONARY : PLAIN);
  }

  /** Keeps the codes of the rows that have a value, in order, and says how many. */
  private int takePresent(TypedChunk column, int from, int end) {
    Chunk chunk = column.chunk();
    int empty = column.emptyCode();
    int count = 0;
    for (int row = from; row < end; row++) {
      int code = chunk.code(row);
      if (code != empty) {
        present[count++] = code;
      }
    }
    return count;
  }

  private static int nulls(TypedChunk column) {
    Chunk chunk = column.chunk();
    int empty = column.emptyCode();
    int nulls = 0;
    if (empty >= 0) {
      for (int row = 0; row < chunk.rows(); row++) {
        nulls += chunk.code(row) == empty ? 1 : 0;
      }
    }
    return nulls;
  }

  private static boolean isWorthADictionary(TypedChunk column, int count) {
    if (column.type() == ValueType.BOOLEAN || count == 0) {
      return false;
    }
    int distinct = column.chunk().distinct();
    return distinct <= count * 0.6;
  }

  private void writeDictionary(TypedChunk column) throws IOException {
    page.clear();
    int values = 0;
    for (int code = 0; code < column.chunk().distinct(); code++) {
      if (!column.isEmpty(code)) {
        putPlain(column, code);
        values++;
      }
    }
    writePage(DICTIONARY_PAGE, values, PLAIN);
  }

  /** One bit a row: whether it has a value. */
  private void writeLevels(TypedChunk column, int from, int end, int count) {
    int start = page.size();
    int rows = end - from;
    page.putInt(0);
    if (count == rows || count == 0) {
      RunLengths.repeat(page, count == 0 ? 0 : 1, rows, 1);
    } else {
      for (int i = 0; i < rows; i++) {
        levels[i] = column.isEmpty(column.chunk().code(from + i)) ? 0 : 1;
      }
      RunLengths.write(page, levels, rows, 1);
    }
    page.setInt(start, page.size() - start - 4);
  }

  private void writeIndices(TypedChunk column, int count) {
    int empty = column.emptyCode();
    if (empty >= 0) {
      // the empty value is not in the dictionary: those after it move up
      for (int i = 0; i < count; i++) {
        present[i] -= present[i] > empty ? 1 : 0;
      }
    }
    int width = RunLengths.width(column.chunk().distinct() - (empty >= 0 ? 2 : 1));
    page.put(width);
    RunLengths.write(page, present, count, width);
  }

  private void writeBooleans(TypedChunk column, int count) {
    int bits = 0;
    for (int i = 0; i < count; i++) {
      bits |= (int) column.bits(present[i]) << (i & 7);
      if ((i & 7) == 7 || i == count - 1) {
        page.put(bits);
        bits = 0;
      }
    }
  }

  private void putPlain(TypedChunk column, int code) {
    switch (column.type()) {
      case TEXT -> {
        Chunk chunk = column.chunk();
        int length = chunk.length(code);
        page.ensure(length + 4);
        page.putInt(length);
        page.put(chunk.array(), chunk.offset(code), length);
      }
      case DATE -> page.putInt((int) column.bits(code));
      case INTEGER, DECIMAL, DATETIME -> page.putLong(column.bits(code));
      case BOOLEAN -> throw new IllegalStateException("booleans are packed by eight");
    }
  }

  private void writePage(int kind, int values, int encoding) throws IOException {
    int most = zstd.maxCompressedLength(page.size());
    if (compressed.length < most) {
      compressed = new byte[most];
    }
    int size = zstd.compress(page.array(), 0, page.size(), compressed, 0, compressed.length);
    header.clear();
    Thrift thrift = new Thrift(header).beginElement();
    thrift.i32(1, kind).i32(2, page.size()).i32(3, size);
    thrift.begin(kind == DATA_PAGE ? 5 : 7).i32(1, values).i32(2, encoding);
    if (kind == DATA_PAGE) {
      thrift.i32(3, RLE).i32(4, RLE);
    }
    thrift.end().end();
    file.write(header.array(), 0, header.size());
    file.write(compressed, 0, size);
    plainSize += header.size() + page.size();
    compressedSize += header.size() + size;
  }

  /**
   * Where a column of a row group lies, and what it holds.
   *
   * @param dictionaryOffset -1 when it has no dictionary page
   */
  record Written(
      long dictionaryOffset,
      long dataOffset,
      long plainSize,
      long compressedSize,
      long nulls,
      @Nullable Bounds bounds) {

    void writeMetadata(Thrift thrift, ExportColumn column, int rows) {
      boolean dictionary = dictionaryOffset >= 0;
      thrift.i32(1, physicalType(column.type()));
      if (dictionary) {
        thrift.integers(2, PLAIN, RLE, RLE_DICTIONARY);
      } else {
        thrift.integers(2, PLAIN, RLE);
      }
      thrift.texts(3, column.name()).i32(4, ZSTD).i64(5, rows);
      thrift.i64(6, plainSize).i64(7, compressedSize).i64(9, dataOffset);
      if (dictionary) {
        thrift.i64(11, dictionaryOffset);
      }
      thrift.begin(12).i64(3, nulls);
      if (bounds != null) {
        thrift.binary(5, bounds.maximum()).binary(6, bounds.minimum());
      }
      thrift.end();
    }
  }

  /** The least and greatest values of a column of a row group, as Parquet stores them plainly. */
  record Bounds(byte[] minimum, byte[] maximum) {
    static @Nullable Bounds of(TypedChunk column) {
      int least = -1;
      int greatest = -1;
      for (int code = 0; code < column.chunk().distinct(); code++) {
        if (!column.isEmpty(code)) {
          least = least < 0 || compare(column, code, least) < 0 ? code : least;
          greatest = greatest < 0 || compare(column, code, greatest) > 0 ? code : greatest;
        }
      }
      if (least < 0) {
        return null;
      }
      byte[] minimum = plain(column, least, -0.0);
      byte[] maximum = plain(column, greatest, 0.0);
      boolean tooLong = Math.max(minimum.length, maximum.length) > LONGEST_BOUND;
      return tooLong ? null : new Bounds(minimum, maximum);
    }

    private static int compare(TypedChunk column, int code, int other) {
      return switch (column.type()) {
        case TEXT -> {
          Chunk chunk = column.chunk();
          byte[] bytes = chunk.array();
          int a = chunk.offset(code);
          int b = chunk.offset(other);
          yield Arrays.compareUnsigned(
              bytes, a, a + chunk.length(code), bytes, b, b + chunk.length(other));
        }
        case DECIMAL -> Double.compare(column.decimal(code), column.decimal(other));
        case INTEGER, BOOLEAN, DATE, DATETIME ->
            Long.compare(column.bits(code), column.bits(other));
      };
    }

    /** A zero is written with the sign the standard asks of a bound. */
    private static byte[] plain(TypedChunk column, int code, double zero) {
      Bytes out = new Bytes(16);
      switch (column.type()) {
        case TEXT -> {
          Chunk chunk = column.chunk();
          out.put(chunk.array(), chunk.offset(code), chunk.length(code));
        }
        case DECIMAL -> {
          double value = column.decimal(code);
          out.putLong(Double.doubleToRawLongBits(value == 0 ? zero : value));
        }
        case BOOLEAN -> out.put((int) column.bits(code));
        case DATE -> out.putInt((int) column.bits(code));
        case INTEGER, DATETIME -> out.putLong(column.bits(code));
      }
      return out.toArray();
    }
  }
}
