package fr.jalon.engine.format;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells well-formed UTF-8 (RFC 3629) from anything else. */
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The bits that eight characters of ASCII do not have. */
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Of two that make a character, one alone; a whole one is of another category. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private Utf8() {}

  /** The text in UTF-8; half a character, which has no bytes, is one that was lost: U+FFFD. */
  public static byte[] of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return HALF.matcher(text).replaceAll("\ufffd").getBytes(StandardCharsets.UTF_8);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** True when the bytes are well-formed UTF-8. */
  public static boolean isValid(byte[] bytes, int offset, int count) {
    int end = offset + count;
    return validUntil(bytes, offset, end) == end;
  }

  /** True when the whole file is well-formed UTF-8. */
  public static boolean isValid(Path path) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      int kept = 0;
      while (true) {
        int n = in.readNBytes(buffer, kept, buffer.length - kept);
        int length = kept + n;
        int valid = validUntil(buffer, 0, length);
        kept = length - valid;
        if (n == 0 || kept > 3) {
          return kept == 0;
        }
        System.arraycopy(buffer, valid, buffer, 0, kept);
      }
    }
  }

  /** Where the well-formed part of these bytes ends. */
  private static int validUntil(byte[] bytes, int offset, int end) {
    int i = offset;
    while (i < end) {
      if (bytes[i] >= 0) {
        i++;
        while (i + 8 <= end && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
          i += 8;
        }
        continue;
      }
      int length = sequence(bytes, i, end);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return i;
  }

  private static int sequence(byte[] bytes, int at, int end) {
    int b = bytes[at] & 0xff;
    int more = b >= 0xc2 && b < 0xe0 ? 1 : (b & 0xf0) == 0xe0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 0;
    if (more == 0 || at + more >= end) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    if (b == 0xe0 && second < 0xa0
        || b == 0xed && second > 0x9f
        || b == 0xf0 && second < 0x90
        || b == 0xf4 && second > 0x8f) {
      return 0;
    }
    for (int k = 1; k <= more; k++) {
      if ((bytes[at + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return more + 1;
  }
}
