package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.util.Arrays;

/**
 * The text of an OpenDocument cell: white space runs count for one space, as the standard has it,
 * and several are spelled out.
 */
final class Paragraphs {
  private byte[] bytes = new byte[256];
  private int length;
  private boolean afterSpace;

  void clear() {
    length = 0;
  }

  void startParagraph() {
    afterSpace = true;
  }

  void append(byte[] source, int from, int to) throws RefusedException {
    room(to - from);
    for (int i = from; i < to; i++) {
      byte b = source[i];
      boolean space = b == ' ' || b == '\n' || b == '\t';
      if (!space) {
        bytes[length++] = b;
      } else if (!afterSpace) {
        bytes[length++] = ' ';
      }
      afterSpace = space;
    }
  }

  void spaces(int count) throws RefusedException {
    room(count);
    Arrays.fill(bytes, length, length + count, (byte) ' ');
    length += count;
    afterSpace = false;
  }

  void lineBreak() throws RefusedException {
    room(1);
    bytes[length++] = '\n';
    afterSpace = true;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void room(int count) throws RefusedException {
    if (length + count > Limits.CELL_BYTES) {
      throw new RefusedException("cell-too-long", "limit", Limits.CELL_BYTES);
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
