package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The records of a part of a binary workbook, one after another (MS-XLSB 2.1.4). What a record says
 * of its length is checked against the bytes there are, and every place asked for against its
 * length. Not thread-safe.
 */
final class BinaryRecords implements Closeable {
  private static final int FIRST_ROOM = 1 << 12;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;

  private byte[] data = new byte[FIRST_ROOM];
  private int kind;
  private int length;

  BinaryRecords(InputStream in) {
    this.in = in;
  }

  /** Goes to the next record; false after the last one. */
  boolean next() throws IOException {
    int first = read();
    if (first < 0) {
      return false;
    }
    kind = first;
    if ((first & 0x80) != 0) {
      kind = (first & 0x7f) | (required() & 0x7f) << 7;
    }
    length = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int b = required();
      length |= (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        break;
      }
    }
    if (length > Limits.VALUE_BYTES) {
      throw new RefusedException("corrupt-workbook");
    }
    load();
    return true;
  }

  /** The number of the record's kind. */
  int kind() {
    return kind;
  }

  int length() {
    return length;
  }

  int u8(int at) throws RefusedException {
    need(at, 1);
    return data[at] & 0xff;
  }

  int u16(int at) throws RefusedException {
    need(at, 2);
    return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8;
  }

  int u24(int at) throws RefusedException {
    return u16(at) | u8(at + 2) << 16;
  }

  int i32(int at) throws RefusedException {
    return u16(at) | u16(at + 2) << 16;
  }

  /** A number that counts or places something, refused when it is negative. */
  int count(int at) throws RefusedException {
    int value = i32(at);
    if (value < 0) {
      throw corrupt();
    }
    return value;
  }

  double f64(int at) throws RefusedException {
    long low = i32(at) & 0xffffffffL;
    return Double.longBitsToDouble(low | (long) i32(at + 4) << 32);
  }

  /** A text: the count of its UTF-16 units, then the units. An absent one is empty. */
  String text(int at) throws RefusedException {
    int units = units(at);
    StringBuilder text = new StringBuilder(units);
    for (int i = 0; i < units; i++) {
      text.append((char) u16(at + 4 + 2 * i));
    }
    return text.toString();
  }

  /** The place after the text that begins here. */
  int afterText(int at) throws RefusedException {
    return at + 4 + 2 * units(at);
  }

  /** The bytes of the record; only the first {@link #length} are its own. */
  byte[] data() {
    return data;
  }

  /** UTF-16 units of the text that begins here, all of which are in the record. */
  int units(int at) throws RefusedException {
    int units = i32(at);
    if (units == -1) {
      return 0;
    }
    if (units < 0 || units > (length - at - 4) / 2) {
      throw corrupt();
    }
    return units;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void need(int at, int count) throws RefusedException {
    if (at < 0 || at > length - count) {
      throw corrupt();
    }
  }

  private void load() throws IOException {
    int have = 0;
    while (have < length) {
      if (position == limit && !fill()) {
        throw corrupt();
      }
      int n = Math.min(length - have, limit - position);
      if (have + n > data.length) {
        data = Arrays.copyOf(data, Math.max(data.length * 2, have + n));
      }
      System.arraycopy(buffer, position, data, have, n);
      position += n;
      have += n;
    }
  }

  private int required() throws IOException {
    int b = read();
    if (b < 0) {
      throw corrupt();
    }
    return b;
  }

  private int read() throws IOException {
    return position == limit && !fill() ? -1 : buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private static RefusedException corrupt() {
    return new RefusedException("corrupt-workbook");
  }
}
