package fr.jalon.engine.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A fast 64-bit hash of bytes, eight a step, finished with the mixer of MurmurHash3 (Austin
 * Appleby, public domain).
 *
 * <p>Seeded once a process, so that a file cannot be made whose values all fall in one slot.
 */
public final class Hash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SEED = System.nanoTime() * 0x9E3779B97F4A7C15L;

  private Hash() {}

  public static long of(byte[] bytes, int offset, int length) {
    long hash = SEED ^ length;
    int i = offset;
    int end = offset + length;
    for (; i + 8 <= end; i += 8) {
      hash = step(hash, (long) LONGS.get(bytes, i));
    }
    long tail = 0;
    for (int shift = 0; i < end; i++, shift += 8) {
      tail |= (bytes[i] & 0xffL) << shift;
    }
    return mix(step(hash, tail));
  }

  static int of32(byte[] bytes, int offset, int length) {
    long hash = of(bytes, offset, length);
    return (int) (hash ^ (hash >>> 32));
  }

  private static long step(long hash, long value) {
    return Long.rotateLeft((hash ^ value) * 0x9E3779B97F4A7C15L, 29);
  }

  private static long mix(long hash) {
    long mixed = hash;
    mixed ^= mixed >>> 33;
    mixed *= 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 33;
    mixed *= 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
