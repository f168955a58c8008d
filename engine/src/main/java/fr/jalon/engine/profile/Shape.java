package fr.jalon.engine.profile;

import fr.jalon.engine.table.Text;

/**
 * What the bytes of a value look like at a glance, surrounding spaces left out, so that most kinds
 * refuse a value without making a string of it.
 *
 * <p>Reused from one value to the next; not thread-safe.
 */
public final class Shape {
  private int length;
  private int digits;
  private int letters;
  private boolean beyondAscii;
  private byte first;
  private long low;
  private long high;

  /** Looks at a value that is not blank. */
  public Shape look(Text value) {
    byte[] bytes = value.array();
    int start = value.offset();
    int end = start + value.length();
    while (start < end && isSpace(bytes[start])) {
      start++;
    }
    while (end > start && isSpace(bytes[end - 1])) {
      end--;
    }
    length = end - start;
    digits = 0;
    letters = 0;
    beyondAscii = false;
    low = 0;
    high = 0;
    first = length == 0 ? 0 : bytes[start];
    for (int i = start; i < end; i++) {
      add(bytes[i]);
    }
    return this;
  }

  /** As {@link String#strip} has them, for kinds strip what they read: a control code is none. */
  private static boolean isSpace(byte b) {
    return b >= 0 && Character.isWhitespace(b);
  }

  private void add(byte b) {
    if (b < 0) {
      beyondAscii = true;
    } else if (b < 64) {
      low |= 1L << b;
      if (b >= '0' && b <= '9') {
        digits++;
      }
    } else {
      high |= 1L << (b - 64);
      int lower = b | 0x20;
      if (lower >= 'a' && lower <= 'z') {
        letters++;
      }
    }
  }

  /** Length in bytes without the surrounding spaces. */
  public int length() {
    return length;
  }

  public int digits() {
    return digits;
  }

  /** ASCII letters. */
  public int letters() {
    return letters;
  }

  public byte first() {
    return first;
  }

  public boolean beyondAscii() {
    return beyondAscii;
  }

  /** True when the value has this ASCII character. */
  public boolean has(char character) {
    return character < 64 ? (low >> character & 1) != 0 : (high >> (character - 64) & 1) != 0;
  }

  /** True when the value is made of ASCII digits only. */
  public boolean allDigits() {
    return digits == length;
  }
}
