package fr.jalon.engine.format.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What every byte of a file teaches about its encoding. ASCII is skipped eight bytes a step; each
 * other byte that is not part of well-formed UTF-8 is counted with what stands on either side.
 */
final class ByteScan {
  /** What stands beside a byte: the letters come first, even numbers are vowels. */
  static final int LOWER_VOWEL = 0;

  static final int LOWER_CONSONANT = 1;
  static final int UPPER_VOWEL = 2;
  static final int UPPER_CONSONANT = 3;
  static final int DIGIT = 4;
  static final int OTHER = 5;
  static final int HIGH = 6;
  static final int SIDES = 7;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final int BUFFER = 1 << 20;

  /** Bytes that must be at hand to judge a sequence and its right side. */
  private static final int LOOKAHEAD = 5;

  private static final byte[] SIDE = sides();

  /** Counts of lone high bytes: {@code ((byte - 128) * SIDES + left) * SIDES + right}. */
  final long[] contexts = new long[128 * SIDES * SIDES];

  /** Counts of high bytes that are part of no well-formed UTF-8, by value less 128. */
  final long[] alone = new long[128];

  /** Zero bytes at even and odd places of the file. */
  final long[] zeros = new long[4];

  long size;
  long controls;
  long utf8;
  long utf8Likely;
  long lone;
  long lost;
  long doubled;
  boolean cutAtEnd;

  static ByteScan of(InputStream in) throws IOException {
    ByteScan scan = new ByteScan();
    byte[] buffer = new byte[BUFFER];
    int held = 1; // one byte of the past stays in front
    buffer[0] = '\n';
    int at = 1;
    while (true) {
      int read = in.readNBytes(buffer, held, buffer.length - held);
      boolean last = held + read < buffer.length;
      held += read;
      int limit = last ? held : held - LOOKAHEAD;
      at = scan.look(buffer, at, limit, held);
      if (last) {
        scan.size += at - 1L;
        return scan;
      }
      System.arraycopy(buffer, at - 1, buffer, 0, held - at + 1);
      scan.size += at - 1L;
      held = held - at + 1;
      at = 1;
    }
  }

  private int look(byte[] b, int from, int limit, int held) {
    int i = from;
    while (i < limit) {
      if (i + 8 <= limit) {
        long eight = (long) LONGS.get(b, i);
        // No high bit, and no byte below 8 or so: nothing to count.
        if ((eight & HIGH_BITS) == 0 && ((eight - ONES * 9) & HIGH_BITS) == 0) {
          i += 8;
          continue;
        }
      }
      int stop = Math.min(i + 8, limit);
      while (i < stop) {
        i += b[i] >= 0 ? ascii(b[i], i) : high(b, i, held);
      }
    }
    return i;
  }

  private int ascii(byte value, int at) {
    if (value < ' ' && value != '\n' && value != '\r' && value != '\t') {
      controls++;
      if (value == 0) {
        zeros[(int) ((size + at - 1) & 3)]++;
      }
    }
    return 1;
  }

  private int high(byte[] b, int i, int held) {
    int length = sequence(b, i, held);
    if (length == 0) {
      lone++;
      alone[b[i] & 0x7f]++;
      cutAtEnd |= i + 3 >= held && (b[i] & 0xC0) == 0xC0;
      context(b, i, held);
      return 1;
    }
    utf8++;
    if (isLikely(b, i)) {
      utf8Likely++;
    } else {
      for (int k = i; k < i + length; k++) {
        context(b, k, held);
      }
    }
    if (length == 3 && b[i] == (byte) 0xEF && b[i + 1] == (byte) 0xBF && b[i + 2] == (byte) 0xBD) {
      lost++;
    }
    if (i + 3 < held && (b[i] == (byte) 0xC3 ? isDoubled(b, i) : isDoubledElsewhere(b, i))) {
      doubled++;
    }
    return length;
  }

  /**
   * "Ã©", "Â°", "Å“", "â€™": UTF-8 that was read as windows-1252 and written again; twice over, "é"
   * is "ÃƒÂ©".
   */
  private static boolean isDoubled(byte[] b, int i) {
    int second = b[i + 1] & 0xff;
    int third = b[i + 2] & 0xff;
    return switch (second) {
      case 0x82, 0x83 -> third == 0xC2 || third == 0xE2 || third == 0xC5 || third == 0xC6;
      case 0x85 -> third == 0xE2 && (b[i + 3] & 0xff) == 0x80;
      case 0xA2 -> third == 0xE2 && (b[i + 3] & 0xff) == 0x82;
      default -> false;
    };
  }

  /** "√©" and "├®": the same on a Mac and under DOS. */
  private static boolean isDoubledElsewhere(byte[] b, int i) {
    return b[i] == (byte) 0xE2
        && (b[i + 1] == (byte) 0x88 && b[i + 2] == (byte) 0x9A
            || b[i + 1] == (byte) 0x94 && b[i + 2] == (byte) 0x9C)
        && (b[i + 3] == (byte) 0xC2 || b[i + 3] == (byte) 0xC3);
  }

  private void context(byte[] b, int i, int held) {
    int left = SIDE[b[i - 1] & 0xff];
    int right = i + 1 < held ? SIDE[b[i + 1] & 0xff] : OTHER;
    contexts[(((b[i] & 0xff) - 128) * SIDES + left) * SIDES + right]++;
  }

  /**
   * True for sequences found in French text: accents, typographic signs. In a file of another
   * encoding such a pair does not happen by chance ("Ã©").
   */
  static boolean isLikely(byte[] b, int i) {
    int lead = b[i] & 0xff;
    return lead >= 0xC2 && lead <= 0xC5 || lead == 0xE2 && (b[i + 1] & 0xff) <= 0x84;
  }

  /** Length of the well-formed UTF-8 sequence that begins here, 0 when there is none (RFC 3629). */
  static int sequence(byte[] b, int i, int end) {
    int lead = b[i] & 0xff;
    if (lead < 0xC2 || lead > 0xF4 || i + 1 >= end) {
      return 0;
    }
    int second = b[i + 1] & 0xff;
    if (lead < 0xE0) {
      return second >> 6 == 2 ? 2 : 0;
    }
    if (i + 2 >= end || (b[i + 2] & 0xC0) != 0x80 || second >> 6 != 2) {
      return 0;
    }
    if (lead < 0xF0) {
      return lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F ? 0 : 3;
    }
    if (i + 3 >= end || (b[i + 3] & 0xC0) != 0x80) {
      return 0;
    }
    return lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F ? 0 : 4;
  }

  /** How many lone bytes have this value. */
  long lone(int value) {
    long count = 0;
    int base = (value - 128) * SIDES * SIDES;
    for (int k = 0; k < SIDES * SIDES; k++) {
      count += contexts[base + k];
    }
    return count;
  }

  /** True when a lone byte is between 0x80 and 0x9F, which ISO 8859 leaves to control codes. */
  boolean usesC1() {
    for (int value = 0x80; value < 0xA0; value++) {
      if (lone(value) > 0) {
        return true;
      }
    }
    return false;
  }

  long zeros() {
    return zeros[0] + zeros[1] + zeros[2] + zeros[3];
  }

  static boolean isLower(int side) {
    return side <= LOWER_CONSONANT;
  }

  static boolean isUpper(int side) {
    return side == UPPER_VOWEL || side == UPPER_CONSONANT;
  }

  static boolean isLetter(int side) {
    return side <= UPPER_CONSONANT;
  }

  static boolean isVowel(int side) {
    return side == LOWER_VOWEL || side == UPPER_VOWEL;
  }

  static boolean isConsonant(int side) {
    return side == LOWER_CONSONANT || side == UPPER_CONSONANT;
  }

  private static byte[] sides() {
    byte[] sides = new byte[256];
    for (int value = 0; value < 256; value++) {
      sides[value] = (byte) side(value);
    }
    return sides;
  }

  private static int side(int value) {
    if (value >= 128) {
      return HIGH;
    }
    boolean vowel = "aeiouyAEIOUY".indexOf(value) >= 0;
    if (value >= 'a' && value <= 'z') {
      return vowel ? LOWER_VOWEL : LOWER_CONSONANT;
    }
    if (value >= 'A' && value <= 'Z') {
      return vowel ? UPPER_VOWEL : UPPER_CONSONANT;
    }
    return value >= '0' && value <= '9' ? DIGIT : OTHER;
  }
}
