package fr.jalon.engine.export;

/**
 * Small whole numbers in the hybrid encoding of Parquet: eight or more of the same as a run, the
 * others packed bit by bit in groups of eight.
 */
final class RunLengths {
  private static final int GROUP = 8;

  private RunLengths() {}

  /** Bits needed for numbers from 0 to {@code largest}; at least one. */
  static int width(int largest) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(largest));
  }

  static void write(Bytes out, int[] values, int count, int width) {
    int at = 0;
    int literal = 0;
    while (at < count) {
      int run = run(values, at, count);
      if (run >= GROUP) {
        pack(out, values, literal, at, width);
        repeat(out, values[at], run, width);
        at += run;
        literal = at;
      } else {
        at = Math.min(at + GROUP, count);
      }
    }
    pack(out, values, literal, count, width);
  }

  /** The same number {@code count} times. */
  static void repeat(Bytes out, int value, int count, int width) {
    out.putVarint((long) count << 1);
    for (int bits = 0; bits < width; bits += 8) {
      out.put(value >>> bits);
    }
  }

  private static int run(int[] values, int at, int count) {
    int end = at + 1;
    while (end < count && values[end] == values[at]) {
      end++;
    }
    return end - at;
  }

  private static void pack(Bytes out, int[] values, int from, int end, int width) {
    if (from == end) {
      return;
    }
    int groups = (end - from + GROUP - 1) / GROUP;
    out.putVarint((long) groups << 1 | 1);
    out.ensure(groups * width);
    long bits = 0;
    int held = 0;
    int padded = from + groups * GROUP;
    for (int i = from; i < padded; i++) {
      bits |= (i < end ? (long) values[i] : 0) << held;
      held += width;
      while (held >= 8) {
        out.put((int) bits);
        bits >>>= 8;
        held -= 8;
      }
    }
  }
}
