package fr.jalon.engine.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures in the compact protocol of Apache Thrift, in which the metadata of Parquet is
 * kept. Fields are given in the order of their numbers.
 */
final class Thrift {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final Bytes out;
  private final Deque<Integer> enclosing = new ArrayDeque<>();
  private int last;

  Thrift(Bytes out) {
    this.out = out;
  }

  Thrift bool(int field, boolean value) {
    header(field, value ? TRUE : FALSE);
    return this;
  }

  Thrift i16(int field, int value) {
    header(field, I16);
    zigzag(value);
    return this;
  }

  Thrift i32(int field, int value) {
    header(field, I32);
    zigzag(value);
    return this;
  }

  Thrift i64(int field, long value) {
    header(field, I64);
    zigzag(value);
    return this;
  }

  Thrift binary(int field, byte[] value) {
    header(field, BINARY);
    element(value);
    return this;
  }

  Thrift text(int field, String value) {
    return binary(field, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Begins a structure in a field; {@link #end} closes it. */
  Thrift begin(int field) {
    header(field, STRUCT);
    return beginElement();
  }

  /** Begins a structure that is an element of a list, or the outermost one. */
  Thrift beginElement() {
    enclosing.push(last);
    last = 0;
    return this;
  }

  Thrift end() {
    out.put(0);
    last = enclosing.pop();
    return this;
  }

  /** An empty structure in a field. */
  Thrift empty(int field) {
    return begin(field).end();
  }

  Thrift structs(int field, int size) {
    return list(field, size, STRUCT);
  }

  Thrift integers(int field, int... values) {
    list(field, values.length, I32);
    for (int value : values) {
      zigzag(value);
    }
    return this;
  }

  Thrift texts(int field, String... values) {
    list(field, values.length, BINARY);
    for (String value : values) {
      element(value.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  private Thrift list(int field, int size, int type) {
    header(field, LIST);
    if (size < 15) {
      out.put(size << 4 | type);
    } else {
      out.put(0xf0 | type);
      out.putVarint(size);
    }
    return this;
  }

  private void element(byte[] value) {
    out.putVarint(value.length);
    out.put(value);
  }

  private void header(int field, int type) {
    int step = field - last;
    if (step > 0 && step < 16) {
      out.put(step << 4 | type);
    } else {
      out.put(type);
      zigzag(field);
    }
    last = field;
  }

  private void zigzag(long value) {
    out.putVarint(value << 1 ^ value >> 63);
  }
}
