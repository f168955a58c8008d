package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.RefusedException;
import java.nio.charset.StandardCharsets;

/** Reads Thrift's compact protocol, in which Parquet writes its footer and its page headers. */
final class ThriftInput {
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int BYTE = 3;
  static final int SHORT = 4;
  static final int INT = 5;
  static final int LONG = 6;
  static final int DOUBLE = 7;
  static final int BINARY = 8;
  static final int LIST = 9;
  static final int SET = 10;
  static final int MAP = 11;
  static final int STRUCT = 12;
  private static final int UUID = 13;

  private static final int MAX_DEPTH = 32;

  private final byte[] bytes;
  private final int limit;
  private int position;
  private int type;
  private int lastField;

  ThriftInput(byte[] bytes, int limit) {
    this.bytes = bytes;
    this.limit = limit;
  }

  int position() {
    return position;
  }

  /** Enters a structure; give what it returns to {@link #leave}. */
  int enter() {
    int kept = lastField;
    lastField = 0;
    return kept;
  }

  void leave(int kept) {
    lastField = kept;
  }

  /** Number of the next field of the structure, 0 at its end. */
  int field() throws RefusedException {
    int header = next();
    type = header & 0x0f;
    if (header == 0) {
      return 0;
    }
    int step = header >> 4 & 0x0f;
    lastField = step == 0 ? (int) zigzag() : lastField + step;
    if (lastField <= 0) {
      throw broken();
    }
    return lastField;
  }

  /** Type of the field just met. */
  int type() {
    return type;
  }

  boolean bool() throws RefusedException {
    if (type != TRUE && type != FALSE) {
      throw broken();
    }
    return type == TRUE;
  }

  /** A whole number of the field just met. */
  long number() throws RefusedException {
    return switch (type) {
      case BYTE -> next();
      case SHORT, INT, LONG -> zigzag();
      default -> throw broken();
    };
  }

  /** A count or a place that fits an int and is not negative. */
  int count() throws RefusedException {
    long number = number();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw broken();
    }
    return (int) number;
  }

  String text() throws RefusedException {
    expect(BINARY);
    return string();
  }

  private String string() throws RefusedException {
    int length = length();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  private int length() throws RefusedException {
    long length = unsigned();
    if (length < 0 || length > limit - position) {
      throw broken();
    }
    return (int) length;
  }

  void expect(int wanted) throws RefusedException {
    if (type != wanted) {
      throw broken();
    }
  }

  /** Elements of the list of the field just met, which are then read one by one. */
  int list(int elements) throws RefusedException {
    expect(LIST);
    int header = next() & 0xff;
    long count = header >> 4;
    if (count == 15) {
      count = unsigned();
    }
    int found = header & 0x0f;
    // each element is a byte at least
    if (count < 0 || count > limit - position || (count > 0 && found != elements)) {
      throw broken();
    }
    return (int) count;
  }

  /** An element of a list of texts. */
  String element() throws RefusedException {
    return string();
  }

  /** Passes over the field just met. */
  void skip() throws RefusedException {
    skip(type, 0);
  }

  private void skip(int kind, int depth) throws RefusedException {
    if (depth > MAX_DEPTH) {
      throw broken();
    }
    switch (kind) {
      case TRUE, FALSE -> {}
      case BYTE -> next();
      case SHORT, INT, LONG -> unsigned();
      case DOUBLE -> move(8);
      case UUID -> move(16);
      case BINARY -> move(length());
      case LIST, SET -> {
        int header = next() & 0xff;
        long count = header >> 4 == 15 ? unsigned() : header >> 4;
        elements(count, header & 0x0f, depth);
      }
      case MAP -> {
        long count = unsigned();
        if (count != 0) {
          int kinds = next() & 0xff;
          for (long i = 0; i < bounded(count); i++) {
            element(kinds >> 4, depth);
            element(kinds & 0x0f, depth);
          }
        }
      }
      case STRUCT -> {
        int header = next();
        while (header != 0) {
          if ((header >> 4 & 0x0f) == 0) {
            unsigned();
          }
          skip(header & 0x0f, depth + 1);
          header = next();
        }
      }
      default -> throw broken();
    }
  }

  private void elements(long count, int kind, int depth) throws RefusedException {
    for (long i = 0; i < bounded(count); i++) {
      element(kind, depth);
    }
  }

  /** Truth values are a byte each in a list, and none as a field. */
  private void element(int kind, int depth) throws RefusedException {
    skip(kind == TRUE || kind == FALSE ? BYTE : kind, depth + 1);
  }

  private long bounded(long count) throws RefusedException {
    if (count < 0 || count > limit) {
      throw broken();
    }
    return count;
  }

  private void move(int count) throws RefusedException {
    if (count > limit - position) {
      throw broken();
    }
    position += count;
  }

  private byte next() throws RefusedException {
    if (position >= limit) {
      throw broken();
    }
    return bytes[position++];
  }

  private long zigzag() throws RefusedException {
    long value = unsigned();
    return value >>> 1 ^ -(value & 1);
  }

  private long unsigned() throws RefusedException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = next();
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw broken();
  }

  static RefusedException broken() {
    return new RefusedException("corrupt-parquet");
  }
}
