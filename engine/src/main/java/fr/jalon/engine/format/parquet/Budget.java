package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;

/** Counts the bytes that come out of pages: those held at a time, and all of them. */
final class Budget {
  /** Every column holds a page and a dictionary while a row group is read. */
  private static final long MOST_HELD = 160L << 20;

  private long held;
  private long total;

  void take(long bytes) throws RefusedException {
    held += bytes;
    total += bytes;
    if (held > MOST_HELD || total > Limits.ARCHIVE_BYTES) {
      throw new RefusedException("too-large");
    }
  }

  void giveBack(long bytes) {
    held -= bytes;
  }
}
