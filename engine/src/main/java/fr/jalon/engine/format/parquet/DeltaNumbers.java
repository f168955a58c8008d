package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.RefusedException;

/**
 * Whole numbers as differences, packed by blocks with as few bits as each part of a block needs.
 */
final class DeltaNumbers {
  private static final int MOST_BLOCK = 1 << 20;

  private final byte[] bytes;
  private final int perPart;
  private final int parts;
  private final long total;
  private final byte[] widths;
  private int at;

  private long given;
  private long value;
  private long least;
  private int part;
  private int inPart;
  private long bit;

  DeltaNumbers(byte[] bytes, int from) throws RefusedException {
    this.bytes = bytes;
    this.at = from;
    long block = unsigned();
    long inBlock = unsigned();
    this.total = unsigned();
    this.value = zigzag();
    boolean possible =
        block > 0 && block <= MOST_BLOCK && inBlock > 0 && inBlock <= 4096 && block % inBlock == 0;
    if (!possible || total < 0 || block / inBlock % 8 != 0) {
      throw ThriftInput.broken();
    }
    this.parts = (int) inBlock;
    this.perPart = (int) (block / inBlock);
    this.widths = new byte[parts];
    this.part = parts;
  }

  long next() throws RefusedException {
    if (given >= total) {
      throw ThriftInput.broken();
    }
    if (given > 0) {
      if (part == parts) {
        block();
      }
      int width = widths[part];
      // of parts that hold nothing the width may be anything
      if (width < 0 || width > 64 || (bit + width + 7) / 8 > bytes.length) {
        throw ThriftInput.broken();
      }
      value += least + Bits.readLong(bytes, bit, width);
      bit += width;
      inPart++;
      if (inPart == perPart) {
        inPart = 0;
        part++;
      }
    }
    given++;
    return value;
  }

  private void block() throws RefusedException {
    if (given > 1) {
      at = (int) ((bit + 7) / 8);
    }
    least = zigzag();
    if (parts > bytes.length - at) {
      throw ThriftInput.broken();
    }
    for (int i = 0; i < parts; i++) {
      widths[i] = bytes[at++];
    }
    part = 0;
    inPart = 0;
    bit = 8L * at;
  }

  /** Where the numbers that begin at a place end, so many of them being there. */
  static int end(byte[] bytes, int from, int present) throws RefusedException {
    DeltaNumbers numbers = new DeltaNumbers(bytes, from);
    if (numbers.total != present) {
      throw ThriftInput.broken();
    }
    for (int i = 0; i < present; i++) {
      numbers.next();
    }
    if (present <= 1) {
      return numbers.at;
    }
    // the part begun is there whole, those after it are not there at all
    long rest = numbers.inPart == 0 ? 0 : numbers.perPart - (long) numbers.inPart;
    long bits = numbers.bit + (rest == 0 ? 0 : rest * numbers.widths[numbers.part]);
    long place = (bits + 7) / 8;
    if (place > bytes.length) {
      throw ThriftInput.broken();
    }
    return (int) place;
  }

  private long zigzag() throws RefusedException {
    long number = unsigned();
    return number >>> 1 ^ -(number & 1);
  }

  private long unsigned() throws RefusedException {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at >= bytes.length) {
        throw ThriftInput.broken();
      }
      byte b = bytes[at++];
      number |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return number;
      }
    }
    throw ThriftInput.broken();
  }
}
