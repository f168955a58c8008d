package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;

/** Counts the bytes that go into pages and come out of them: those held at a time, and all. */
final class Budget {
  /** Every column holds a page and a dictionary while a row group is read. */
  private static final long MOST_HELD = 160L << 20;

  /** Texts kept so as not to be made again each time they are met. */
  private static final long MOST_KEPT = 64L << 20;

  private static final int STRING_BYTES = 64;

  private long held;
  private long total;
  private long read;
  private long kept;

  void take(long bytes) throws RefusedException {
    held += bytes;
    total += bytes;
    if (held > MOST_HELD || total > Limits.ARCHIVE_BYTES) {
      throw new RefusedException("too-large");
    }
  }

  /** Counts bytes of the file; columns may lead again and again to the same ones. */
  void read(long bytes) throws RefusedException {
    read += bytes;
    if (read > Limits.ARCHIVE_BYTES) {
      throw new RefusedException("too-large");
    }
  }

  /** What keeping a text takes, 0 when there is no room for it. */
  long keep(String text) {
    long cost = STRING_BYTES + 2L * text.length();
    if (kept + cost > MOST_KEPT) {
      return 0;
    }
    kept += cost;
    return cost;
  }

  void forget(long bytes) {
    kept -= bytes;
  }

  void giveBack(long bytes) {
    held -= bytes;
  }
}
