package fr.jalon.engine.format.parquet;

/** Numbers packed in bits, the least significant first. */
final class Bits {
  private Bits() {}

  /** A number of at most 32 bits from a place counted in bits. */
  static int read(byte[] bytes, long bit, int width) {
    return (int) readLong(bytes, bit, width);
  }

  /** A number of at most 64 bits from a place counted in bits. */
  static long readLong(byte[] bytes, long bit, int width) {
    long value = 0;
    int got = 0;
    int at = (int) (bit >>> 3);
    int shift = (int) (bit & 7);
    while (got < width) {
      long b = (bytes[at++] & 0xff) >>> shift;
      value |= b << got;
      got += 8 - shift;
      shift = 0;
    }
    return width == 64 ? value : value & ((1L << width) - 1);
  }

  /** Bits that a number up to this one takes. */
  static int widthOf(int most) {
    return 32 - Integer.numberOfLeadingZeros(most);
  }
}
