package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.parquet.ParquetColumn.Type;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one page, decoded one by one in their order. A place outside the page is an {@link
 * IndexOutOfBoundsException}.
 */
abstract class Values {
  private static final int PLAIN = 0;
  private static final int PLAIN_DICTIONARY = 2;
  private static final int RLE = 3;
  private static final int DELTA_BINARY = 5;
  private static final int DELTA_LENGTH = 6;
  private static final int DELTA_BYTES = 7;
  private static final int RLE_DICTIONARY = 8;
  private static final int BYTE_STREAM_SPLIT = 9;

  final ParquetColumn column;

  private Values(ParquetColumn column) {
    this.column = column;
  }

  /** Gives the next value. */
  abstract void give(RecordSink sink) throws IOException;

  /**
   * The values of a page.
   *
   * @param present values that are there
   */
  static Values of(
      ParquetColumn column,
      int encoding,
      byte[] page,
      int from,
      int present,
      @Nullable Dictionary dictionary)
      throws RefusedException {
    Type type = column.type();
    if (present == 0) {
      return new Plain(column, page, from);
    }
    switch (encoding) {
      case PLAIN -> {
        return new Plain(column, page, from);
      }
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        if (dictionary == null) {
          throw ThriftInput.broken();
        }
        int width = page[from] & 0xff;
        return new Coded(column, dictionary, new RunLengths(page, from + 1, page.length, width));
      }
      case RLE -> {
        if (type == Type.BOOLEAN) {
          return new Booleans(column, new RunLengths(page, from + 4, page.length, 1));
        }
      }
      case DELTA_BINARY -> {
        if (type == Type.INT32 || type == Type.INT64) {
          return new Deltas(column, new DeltaNumbers(page, from));
        }
      }
      case DELTA_LENGTH -> {
        if (type == Type.BYTES) {
          return new Lengths(column, page, from, present);
        }
      }
      case DELTA_BYTES -> {
        if (type == Type.BYTES || type == Type.FIXED) {
          return new Prefixes(column, page, from, present);
        }
      }
      case BYTE_STREAM_SPLIT -> {
        if (type != Type.BOOLEAN && type != Type.INT96 && type != Type.BYTES) {
          return new Split(column, page, from, present);
        }
      }
      default -> {}
    }
    throw new RefusedException("parquet-encoding");
  }

  private static int width(ParquetColumn column) {
    return switch (column.type()) {
      case INT32, FLOAT -> 4;
      case INT64, DOUBLE -> 8;
      case INT96 -> 12;
      case FIXED -> column.length();
      case BOOLEAN, BYTES -> 0;
    };
  }

  void give(byte[] bytes, int at, int length, RecordSink sink) throws IOException {
    if (length < 0 || at < 0 || at > bytes.length - length) {
      throw ThriftInput.broken();
    }
    if (column.isBinary()) {
      sink.binary(column, bytes, at, length);
      return;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, at, length).order(ByteOrder.LITTLE_ENDIAN);
    String text =
        switch (column.type()) {
          case BOOLEAN -> throw ThriftInput.broken();
          case INT32 -> ValueText.of(buffer.getInt(), column.meaning());
          case INT64 -> ValueText.of(buffer.getLong(), column.meaning());
          case FLOAT -> ValueText.of(buffer.getFloat());
          case DOUBLE -> ValueText.of(buffer.getDouble());
          case INT96 -> ValueText.ofInt96(bytes, at);
          case BYTES, FIXED -> ValueText.of(bytes, at, length, column.meaning());
        };
    sink.text(column, text);
  }

  /** Values one after another as they are. */
  static final class Plain extends Values {
    private final byte[] page;
    private final int width;
    private int at;
    private int bit;

    Plain(ParquetColumn column, byte[] page, int from) {
      super(column);
      this.page = page;
      this.at = from;
      this.width = width(column);
    }

    @Override
    void give(RecordSink sink) throws IOException {
      if (column.type() == Type.BOOLEAN) {
        sink.text(column, Boolean.toString(truth()));
        return;
      }
      int length = length();
      give(page, at, length, sink);
      at += length;
    }

    private boolean truth() throws RefusedException {
      int place = at + (bit >> 3);
      if (place >= page.length) {
        throw ThriftInput.broken();
      }
      boolean value = (page[place] >> (bit & 7) & 1) != 0;
      bit++;
      return value;
    }

    /** Length of the next value, at which the place then is. */
    int length() throws RefusedException {
      if (column.type() != Type.BYTES) {
        return width;
      }
      if (at > page.length - 4) {
        throw ThriftInput.broken();
      }
      int length =
          (page[at] & 0xff)
              | (page[at + 1] & 0xff) << 8
              | (page[at + 2] & 0xff) << 16
              | (page[at + 3] & 0xff) << 24;
      at += 4;
      if (length < 0 || length > page.length - at) {
        throw ThriftInput.broken();
      }
      return length;
    }

    int at() {
      return at;
    }
  }

  /** The distinct values of a chunk, which pages then number. */
  static final class Dictionary {
    private final byte[] page;
    private final int[] places;
    private final int[] lengths;
    private final @Nullable String[] texts;
    private final Budget budget;
    private long kept;

    Dictionary(ParquetColumn column, byte[] page, int count, Budget budget)
        throws RefusedException {
      int least = column.type() == Type.BYTES ? 4 : width(column);
      if (least == 0 || (long) count * least > page.length) {
        throw ThriftInput.broken();
      }
      this.page = page;
      this.budget = budget;
      this.places = new int[count];
      this.lengths = new int[count];
      this.texts = new String[count];
      Plain plain = new Plain(column, page, 0);
      for (int i = 0; i < count; i++) {
        lengths[i] = plain.length();
        places[i] = plain.at();
        plain.at += lengths[i];
      }
    }

    private void keep(int code, String text) {
      long cost = budget.keep(text);
      if (cost > 0) {
        kept += cost;
        texts[code] = text;
      }
    }

    void forget() {
      budget.forget(kept);
      kept = 0;
    }
  }

  /** Values by their rank in the dictionary. */
  private static final class Coded extends Values {
    private final Dictionary dictionary;
    private final RunLengths codes;

    Coded(ParquetColumn column, Dictionary dictionary, RunLengths codes) {
      super(column);
      this.dictionary = dictionary;
      this.codes = codes;
    }

    @Override
    void give(RecordSink sink) throws IOException {
      int code = codes.next();
      if (code < 0 || code >= dictionary.places.length) {
        throw ThriftInput.broken();
      }
      String known = dictionary.texts[code];
      if (known != null) {
        sink.text(column, known);
        return;
      }
      RecordSink first =
          new RecordSink() {
            @Override
            public void text(ParquetColumn of, String value) throws IOException {
              dictionary.keep(code, value);
              sink.text(of, value);
            }

            @Override
            public void binary(ParquetColumn of, byte[] bytes, int offset, int length)
                throws IOException {
              sink.binary(of, bytes, offset, length);
            }

            @Override
            public void endRecord() {}

            @Override
            public boolean wantsMore() {
              return true;
            }
          };
      give(dictionary.page, dictionary.places[code], dictionary.lengths[code], first);
    }
  }

  private static final class Booleans extends Values {
    private final RunLengths runs;

    Booleans(ParquetColumn column, RunLengths runs) {
      super(column);
      this.runs = runs;
    }

    @Override
    void give(RecordSink sink) throws IOException {
      sink.text(column, Boolean.toString(runs.next() != 0));
    }
  }

  private static final class Deltas extends Values {
    private final DeltaNumbers numbers;

    Deltas(ParquetColumn column, DeltaNumbers numbers) {
      super(column);
      this.numbers = numbers;
    }

    @Override
    void give(RecordSink sink) throws IOException {
      long value = numbers.next();
      sink.text(
          column,
          column.type() == Type.INT32
              ? ValueText.of((int) value, column.meaning())
              : ValueText.of(value, column.meaning()));
    }
  }

  /** Lengths first, then all the bytes. */
  private static final class Lengths extends Values {
    private final byte[] page;
    private final DeltaNumbers lengths;
    private int at;

    Lengths(ParquetColumn column, byte[] page, int from, int present) throws RefusedException {
      super(column);
      this.page = page;
      this.lengths = new DeltaNumbers(page, from);
      this.at = DeltaNumbers.end(page, from, present);
    }

    @Override
    void give(RecordSink sink) throws IOException {
      int length = length();
      give(page, at, length, sink);
      at += length;
    }

    private int length() throws RefusedException {
      long length = lengths.next();
      if (length < 0 || length > page.length - at) {
        throw ThriftInput.broken();
      }
      return (int) length;
    }
  }

  /** How much each value shares with the one before, then what is its own. */
  private static final class Prefixes extends Values {
    private final byte[] page;
    private final DeltaNumbers prefixes;
    private final DeltaNumbers suffixes;
    private int at;
    private byte[] value = new byte[64];
    private int length;

    Prefixes(ParquetColumn column, byte[] page, int from, int present) throws RefusedException {
      super(column);
      this.page = page;
      this.prefixes = new DeltaNumbers(page, from);
      int second = DeltaNumbers.end(page, from, present);
      this.suffixes = new DeltaNumbers(page, second);
      this.at = DeltaNumbers.end(page, second, present);
    }

    @Override
    void give(RecordSink sink) throws IOException {
      next();
      if (column.type() == Type.FIXED && length != column.length()) {
        throw ThriftInput.broken();
      }
      give(value, 0, length, sink);
    }

    private void next() throws RefusedException {
      long shared = prefixes.next();
      long own = suffixes.next();
      boolean there = shared >= 0 && shared <= length && own >= 0 && own <= page.length - at;
      if (!there || shared + own > Limits.VALUE_BYTES) {
        throw ThriftInput.broken();
      }
      int whole = (int) (shared + own);
      if (whole > value.length) {
        value = Arrays.copyOf(value, Math.max(whole, 2 * value.length));
      }
      System.arraycopy(page, at, value, (int) shared, (int) own);
      at += (int) own;
      length = whole;
    }
  }

  /** First bytes of all values, then all second bytes, and so on. */
  private static final class Split extends Values {
    private final byte[] page;
    private final int from;
    private final int count;
    private final byte[] value;
    private int rank;

    Split(ParquetColumn column, byte[] page, int from, int count) throws RefusedException {
      super(column);
      this.page = page;
      this.from = from;
      this.count = count;
      this.value = new byte[width(column)];
      if ((long) count * value.length > page.length - from) {
        throw ThriftInput.broken();
      }
    }

    @Override
    void give(RecordSink sink) throws IOException {
      if (rank >= count) {
        throw ThriftInput.broken();
      }
      for (int i = 0; i < value.length; i++) {
        value[i] = page[from + i * count + rank];
      }
      rank++;
      give(value, 0, value.length, sink);
    }
  }
}
