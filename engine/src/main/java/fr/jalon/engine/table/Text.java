package fr.jalon.engine.table;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The UTF-8 text of one distinct value, as a window on a larger array; no copy is made until {@link
 * #toString} is asked.
 *
 * <p>A text must not outlive the block it was taken from unless it was made by {@link #of}. Not
 * thread-safe.
 */
public final class Text {
  public static final Text EMPTY = new Text(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int offset;
  private final int length;
  private @Nullable String string;

  public Text(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
  }

  public static Text of(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Text text = new Text(bytes, 0, bytes.length);
    text.string = value;
    return text;
  }

  /** Length in bytes of UTF-8. */
  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The byte at this position, 0-based. */
  public byte at(int index) {
    return bytes[offset + index];
  }

  /** True when every byte is a space, a tab or a line break, or the value is empty. */
  public boolean isBlank() {
    for (int i = 0; i < length; i++) {
      byte b = bytes[offset + i];
      if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** How many ASCII digits the value has. */
  public int digits() {
    int count = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[offset + i];
      if (b >= '0' && b <= '9') {
        count++;
      }
    }
    return count;
  }

  public byte[] array() {
    return bytes;
  }

  public int offset() {
    return offset;
  }

  @Override
  public String toString() {
    String value = string;
    if (value == null) {
      value = new String(bytes, offset, length, StandardCharsets.UTF_8);
      string = value;
    }
    return value;
  }
}
