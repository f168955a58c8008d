package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.RefusedException;

/** Small numbers as runs of one value, or packed in bits by groups of eight. */
final class RunLengths {
  private final byte[] bytes;
  private final int end;
  private final int width;
  private int at;

  private long repeats;
  private int repeated;
  private long packed;
  private long bit;

  /**
   * @param width bits of each number, at most 32
   */
  RunLengths(byte[] bytes, int from, int end, int width) throws RefusedException {
    if (width < 0 || width > 32 || from < 0 || from > end || end > bytes.length) {
      throw ThriftInput.broken();
    }
    this.bytes = bytes;
    this.at = from;
    this.end = end;
    this.width = width;
  }

  int next() throws RefusedException {
    while (repeats == 0 && packed == 0) {
      run();
    }
    if (repeats > 0) {
      repeats--;
      return repeated;
    }
    packed--;
    int value = Bits.read(bytes, bit, width);
    bit += width;
    return value;
  }

  private void run() throws RefusedException {
    long header = 0;
    int shift = 0;
    while (true) {
      if (at >= end || shift > 35) {
        throw ThriftInput.broken();
      }
      byte b = bytes[at++];
      header |= (b & 0x7fL) << shift;
      shift += 7;
      if (b >= 0) {
        break;
      }
    }
    if ((header & 1) == 0) {
      int size = (width + 7) / 8;
      if (size > end - at) {
        throw ThriftInput.broken();
      }
      repeats = header >>> 1;
      repeated = 0;
      for (int i = 0; i < size; i++) {
        repeated |= (bytes[at++] & 0xff) << 8 * i;
      }
    } else {
      long groups = header >>> 1;
      // the last group may be cut short by writers that leave padding out
      long whole = Math.min(groups * width, end - (long) at);
      packed = width == 0 ? groups * 8 : Math.min(groups * 8, whole * 8 / width);
      bit = 8L * at;
      at += (int) whole;
    }
  }
}
