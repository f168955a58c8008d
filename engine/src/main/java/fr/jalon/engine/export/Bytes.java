package fr.jalon.engine.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, little-endian. */
final class Bytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] array;
  private int size;

  Bytes(int capacity) {
    array = new byte[capacity];
  }

  byte[] array() {
    return array;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Makes sure that {@code more} bytes fit without growing. */
  void ensure(int more) {
    if (array.length - size < more) {
      array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, capacityFor(more)));
    }
  }

  private long capacityFor(int more) {
    return Math.max(array.length * 2L, (long) size + more);
  }

  void put(int b) {
    ensure(1);
    array[size++] = (byte) b;
  }

  void put(byte[] bytes) {
    put(bytes, 0, bytes.length);
  }

  void put(byte[] bytes, int offset, int length) {
    ensure(length);
    System.arraycopy(bytes, offset, array, size, length);
    size += length;
  }

  void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  void putInt(int value) {
    ensure(4);
    INTS.set(array, size, value);
    size += 4;
  }

  void putLong(long value) {
    ensure(8);
    LONGS.set(array, size, value);
    size += 8;
  }

  void setInt(int position, int value) {
    INTS.set(array, position, value);
  }

  /** An unsigned number in groups of seven bits, lowest first. */
  void putVarint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** A non-negative number in decimal digits. */
  void putDecimal(long value) {
    ensure(20);
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int i = size + digits - 1; i >= size; i--) {
      array[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  byte[] toArray() {
    return Arrays.copyOf(array, size);
  }
}
