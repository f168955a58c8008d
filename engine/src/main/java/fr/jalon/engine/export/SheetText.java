package fr.jalon.engine.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text in the XML of a workbook. Characters that XML does not have are written {@code _x0000_} as
 * ECMA-376 part 1, 22.4.2.4 says, and a text that looks so already has its first character written
 * that way.
 */
final class SheetText {
  /** Excel's limit for one cell, in UTF-16 units. */
  static final int LONGEST = 32_767;

  private static final byte[] OPEN = "<t>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OPEN_SPACED =
      "<t xml:space=\"preserve\">".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "</t>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);

  private SheetText() {}

  /** The text must not be empty. */
  static void put(Bytes out, byte[] bytes, int offset, int length) {
    int kept = kept(bytes, offset, length);
    // a spreadsheet drops the spaces at both ends unless told not to
    boolean spaced = isSpace(bytes[offset]) || isSpace(bytes[offset + kept - 1]);
    out.put(spaced ? OPEN_SPACED : OPEN);
    int end = offset + kept;
    int copied = offset;
    for (int i = offset; i < end; i++) {
      String escape = escape(bytes, i, end);
      if (escape != null) {
        out.put(bytes, copied, i - copied);
        out.put(escape);
        i += bytes[i] == (byte) 0xef ? 2 : 0;
        copied = i + 1;
      }
    }
    out.put(bytes, copied, end - copied);
    if (kept < length) {
      out.put(ELLIPSIS);
    }
    out.put(CLOSE);
  }

  /** How many bytes of a text a cell can hold: all, or what leaves room for the ellipsis. */
  static int kept(byte[] bytes, int offset, int length) {
    return length <= LONGEST ? length : cut(bytes, offset, length);
  }

  /**
   * How many bytes may be kept, leaving room for the ellipsis; all when the text is not too long.
   */
  private static int cut(byte[] bytes, int offset, int length) {
    int units = 0;
    int fits = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[offset + i];
      if ((b & 0xc0) == 0x80) {
        continue;
      }
      if (units <= LONGEST - 1) {
        fits = i;
      }
      units += (b & 0xf8) == 0xf0 ? 2 : 1;
    }
    return units <= LONGEST ? length : fits;
  }

  private static @Nullable String escape(byte[] bytes, int i, int end) {
    byte b = bytes[i];
    return switch (b) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '_' -> looksEscaped(bytes, i, end) ? "_x005F_" : null;
      case '\t', '\n' -> null;
      case (byte) 0xef ->
          bytes[i + 1] == (byte) 0xbf && (bytes[i + 2] & 0xfe) == 0xbe
              ? bytes[i + 2] == (byte) 0xbe ? "_xFFFE_" : "_xFFFF_"
              : null;
      default -> b >= 0 && b < 0x20 ? String.format("_x%04X_", b) : null;
    };
  }

  private static boolean isSpace(byte b) {
    return b >= 0 && b <= ' ';
  }

  private static boolean looksEscaped(byte[] bytes, int i, int end) {
    if (i + 7 > end || bytes[i + 1] != 'x' || bytes[i + 6] != '_') {
      return false;
    }
    for (int k = i + 2; k < i + 6; k++) {
      if (Character.digit(bytes[k], 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
