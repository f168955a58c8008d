package fr.jalon.engine.format.geo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A table of a FlatBuffers message: fields found through offsets, each of which may be a lie. A
 * place outside the message is an {@link IndexOutOfBoundsException}, thrown before anything is
 * made.
 */
final class FlatTable {
  private final ByteBuffer bytes;
  private final int position;
  private final int fields;
  private final int fieldsEnd;

  /**
   * @param bytes the message, little-endian
   */
  private FlatTable(ByteBuffer bytes, long position) {
    this.bytes = bytes;
    this.position = place(position, 4);
    this.fields = place(position - bytes.getInt(this.position), 4);
    this.fieldsEnd = place(fields, bytes.getShort(fields) & 0xffff) + length(fields);
  }

  private int length(int vtable) {
    return bytes.getShort(vtable) & 0xffff;
  }

  /** The table a message begins with. */
  static FlatTable root(ByteBuffer bytes) {
    return new FlatTable(bytes, bytes.getInt(0) & 0xffffffffL);
  }

  /** Checks that so many bytes are there. */
  private int place(long at, long length) {
    if (at < 0 || length < 0 || at + length > bytes.limit()) {
      throw new IndexOutOfBoundsException("place " + at + " of " + bytes.limit());
    }
    return (int) at;
  }

  /** Where a field is, 0 when it has its default. */
  private int field(int index, int width) {
    int at = fields + 4 + 2 * index;
    if (at + 2 > fieldsEnd) {
      return 0;
    }
    int offset = bytes.getShort(at) & 0xffff;
    return offset == 0 ? 0 : place((long) position + offset, width);
  }

  int unsignedByte(int index) {
    int at = field(index, 1);
    return at == 0 ? 0 : bytes.get(at) & 0xff;
  }

  int unsignedShort(int index, int otherwise) {
    int at = field(index, 2);
    return at == 0 ? otherwise : bytes.getShort(at) & 0xffff;
  }

  int integer(int index) {
    int at = field(index, 4);
    return at == 0 ? 0 : bytes.getInt(at);
  }

  long longInteger(int index) {
    int at = field(index, 8);
    return at == 0 ? 0 : bytes.getLong(at);
  }

  private int target(int at) {
    return place(at + (bytes.getInt(at) & 0xffffffffL), 4);
  }

  /** Elements of a list of so many bytes each; absent is empty. */
  int count(int index, int width) {
    int at = field(index, 4);
    if (at == 0) {
      return 0;
    }
    int vector = target(at);
    long count = bytes.getInt(vector) & 0xffffffffL;
    place(vector + 4L, count * width);
    return (int) count;
  }

  /** Where the elements of a list begin; only for a list that has some. */
  int elements(int index) {
    return target(field(index, 4)) + 4;
  }

  @Nullable FlatTable table(int index) {
    int at = field(index, 4);
    return at == 0 ? null : new FlatTable(bytes, target(at));
  }

  /** An element of a list of tables. */
  FlatTable table(int index, int element) {
    return new FlatTable(bytes, target(elements(index) + 4 * element));
  }

  @Nullable String text(int index) {
    int length = field(index, 4) == 0 ? 0 : count(index, 1);
    if (length == 0) {
      return null;
    }
    byte[] text = new byte[length];
    bytes.get(elements(index), text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** The whole message, for elements of lists. */
  ByteBuffer bytes() {
    return bytes;
  }
}
