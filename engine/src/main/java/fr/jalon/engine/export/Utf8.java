package fr.jalon.engine.export;

import fr.jalon.engine.table.Chunk;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;

/** Makes sure that what is published is well-formed UTF-8. */
final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Utf8() {}

  /** The same column, its ill-formed bytes replaced by U+FFFD when there are any. */
  static Chunk sound(Chunk chunk) {
    return isWellFormed(chunk.array(), chunk.dictionaryBytes())
        ? chunk
        : chunk.map(UnaryOperator.identity());
  }

  /** By table 3-7 of the Unicode standard, eight bytes a step while they are ASCII. */
  static boolean isWellFormed(byte[] bytes, int length) {
    int at = 0;
    while (at < length) {
      if (at + 8 <= length && ((long) LONGS.get(bytes, at) & 0x8080808080808080L) == 0) {
        at += 8;
      } else if (bytes[at] >= 0) {
        at++;
      } else {
        int size = sequence(bytes, at, length);
        if (size == 0) {
          return false;
        }
        at += size;
      }
    }
    return true;
  }

  private static int sequence(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xff;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    int size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (at + size > length) {
      return 0;
    }
    for (int i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xff;
    boolean overlong = lead == 0xe0 && second < 0xa0 || lead == 0xf0 && second < 0x90;
    boolean outside = lead == 0xed && second > 0x9f || lead == 0xf4 && second > 0x8f;
    return overlong || outside ? 0 : size;
  }
}
