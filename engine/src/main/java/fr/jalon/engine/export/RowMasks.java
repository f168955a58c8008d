package fr.jalon.engine.export;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;

/**
 * Some rows of a table, by their rank from 0: one bit a row, so that what concerns a million rows
 * is told in 125 kilobytes.
 */
public final class RowMasks {
  /** Rows of one mask, and of one group of {@link SeenRows}. */
  static final int GROUP = Long.SIZE;

  private long[] masks;

  RowMasks() {
    masks = new long[0];
  }

  private RowMasks(long[] masks) {
    this.masks = masks;
  }

  /** No row. */
  public static RowMasks none() {
    return new RowMasks();
  }

  /** The rows of these ranks. */
  public static RowMasks of(Collection<Long> ranks) {
    RowMasks masks = new RowMasks();
    ranks.forEach(masks::set);
    return masks;
  }

  void set(long rank) {
    int group = (int) (rank / GROUP);
    if (group >= masks.length) {
      masks = Arrays.copyOf(masks, Math.max(group + 1, masks.length * 2));
    }
    masks[group] |= 1L << (rank % GROUP);
  }

  public boolean has(long rank) {
    int group = (int) (rank / GROUP);
    return group < masks.length && (masks[group] >>> (rank % GROUP) & 1) != 0;
  }

  /** These rows and those. */
  public RowMasks or(RowMasks others) {
    long[] all = Arrays.copyOf(masks, Math.max(masks.length, others.masks.length));
    for (int group = 0; group < others.masks.length; group++) {
      all[group] |= others.masks[group];
    }
    return new RowMasks(all);
  }

  /** These rows without those. */
  public RowMasks without(RowMasks others) {
    long[] left = masks.clone();
    for (int group = 0; group < Math.min(left.length, others.masks.length); group++) {
      left[group] &= ~others.masks[group];
    }
    return new RowMasks(left);
  }

  /** These rows and the one before and after each, among so many rows. */
  public RowMasks around(long rows) {
    long[] all = Arrays.copyOf(masks, (int) ((rows + GROUP - 1) / GROUP));
    for (int group = 0; group < all.length; group++) {
      long mask = at(group);
      long before = at(group + 1) << (GROUP - 1);
      long after = at(group - 1) >>> (GROUP - 1);
      all[group] = mask | mask >>> 1 | before | mask << 1 | after;
    }
    int rest = (int) (rows % GROUP);
    if (rest > 0) {
      all[all.length - 1] &= -1L >>> (GROUP - rest);
    }
    return new RowMasks(all);
  }

  private long at(int group) {
    return group < 0 || group >= masks.length ? 0 : masks[group];
  }

  public long count() {
    long count = 0;
    for (long mask : masks) {
      count += Long.bitCount(mask);
    }
    return count;
  }

  public boolean isEmpty() {
    return count() == 0;
  }

  /** How many of these rows come before that one. */
  public long before(long rank) {
    long count = 0;
    int last = (int) (rank / GROUP);
    for (int group = 0; group < Math.min(last, masks.length); group++) {
      count += Long.bitCount(masks[group]);
    }
    return count + Long.bitCount(at(last) & ((1L << (rank % GROUP)) - 1));
  }

  /** The ranks of these rows, some of them. */
  public long[] ranks(long from, int most) {
    long[] ranks = new long[most];
    int found = 0;
    long passed = 0;
    for (int group = 0; group < masks.length && found < most; group++) {
      int here = Long.bitCount(masks[group]);
      if (passed + here <= from) {
        passed += here;
        continue;
      }
      for (long mask = masks[group]; mask != 0 && found < most; mask &= mask - 1) {
        if (passed++ >= from) {
          ranks[found++] = (long) group * GROUP + Long.numberOfTrailingZeros(mask);
        }
      }
    }
    return Arrays.copyOf(ranks, found);
  }

  /** The last of these rows before that one, -1 when none is. */
  public long lastBefore(long rank) {
    int group = (int) (rank / GROUP);
    long mask = at(group) & ((1L << (rank % GROUP)) - 1);
    while (mask == 0 && --group >= 0) {
      mask = at(group);
    }
    return mask == 0 ? -1 : (long) group * GROUP + Long.SIZE - 1 - Long.numberOfLeadingZeros(mask);
  }

  void write(DataOutputStream out) throws IOException {
    int filled = 0;
    for (long mask : masks) {
      filled += mask == 0 ? 0 : 1;
    }
    out.writeInt(filled);
    for (int group = 0; group < masks.length; group++) {
      if (masks[group] != 0) {
        out.writeInt(group);
        out.writeLong(masks[group]);
      }
    }
  }

  static RowMasks read(DataInputStream in, int groups) throws IOException {
    long[] masks = new long[groups];
    for (int left = in.readInt(); left > 0; left--) {
      int group = in.readInt();
      if (group < 0 || group >= groups) {
        throw new IOException("group " + group + " of " + groups);
      }
      masks[group] = in.readLong();
    }
    return new RowMasks(masks);
  }
}
