package fr.jalon.engine.format.sheet;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as workbooks store them, written plainly: {@code 2.1450234000017E13} is 21450234000017
 * and {@code 43.610767999999997} is 43.610768. Works on bytes; not thread-safe.
 */
final class PlainNumber {
  private static final int EXACT_DIGITS = 15;

  private byte[] bytes = new byte[32];
  private int start;
  private int end;

  /** Takes the number; false when it is none, and then it is given as it is. */
  boolean take(byte[] source, int from, int to) {
    bytes = source;
    start = from;
    end = to;
    while (start < end && source[start] <= ' ') {
      start++;
    }
    while (end > start && source[end - 1] <= ' ') {
      end--;
    }
    int digits = 0;
    int point = -1;
    for (int i = start; i < end; i++) {
      byte b = source[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (b == '.' && point < 0) {
        point = i;
      } else if (b != '-' || i > start) {
        return slowly();
      }
    }
    if (digits == 0 || (point >= 0 && digits > EXACT_DIGITS)) {
      return slowly();
    }
    if (point >= 0) {
      if (point == start || source[point - 1] == '-') {
        return slowly();
      }
      while (source[end - 1] == '0') {
        end--;
      }
      if (source[end - 1] == '.') {
        end--;
      }
    }
    if (source[start] == '-' && end - start == 2 && source[start + 1] == '0') {
      start++;
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private boolean slowly() {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    try {
      set(CellFormat.number(Double.parseDouble(text)));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void set(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    start = 0;
    end = bytes.length;
  }
}
