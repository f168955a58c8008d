package fr.jalon.portal.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Counts what comes over the line, and stops at too much or too slow. */
final class Received extends FilterInputStream {
  /** A site may think before it gives; after that it gives at least this much a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final long LEAST_PER_SECOND = 1000;

  private final String site;
  private final long largest;
  private final BooleanSupplier expired;
  private long first;
  private volatile long count;

  /**
   * @param expired true once the time for the whole is over, and the connection was cut for it
   */
  Received(InputStream in, String site, long largest, BooleanSupplier expired) {
    super(in);
    this.site = site;
    this.largest = largest;
    this.expired = expired;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(buffer, from, length);
    } catch (IOException failed) {
      throw expired.getAsBoolean() ? failed(FetchProblem.TOO_SLOW) : said(failed);
    }
    if (read > 0) {
      add(read);
    }
    return read;
  }

  @Override
  public long skip(long length) throws IOException {
    return in.skip(0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** The same stream decoded: what comes out is counted against the limit too. */
  InputStream decoded(InputStream decoder) {
    return new FilterInputStream(decoder) {
      private long out;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int read;
        try {
          read = super.read(buffer, from, length);
        } catch (IOException failed) {
          throw said(failed);
        }
        out += Math.max(0, read);
        if (out > largest) {
          throw failed(FetchProblem.TOO_LARGE);
        }
        return read;
      }
    };
  }

  private void add(int read) throws FetchFailed {
    if (count == 0) {
      first = System.nanoTime();
    }
    count += read;
    if (count > largest) {
      throw failed(FetchProblem.TOO_LARGE);
    }
    Duration spent = Duration.ofNanos(System.nanoTime() - first);
    boolean tooSlow = spent.compareTo(PATIENCE) > 0 && count < LEAST_PER_SECOND * spent.toSeconds();
    if (tooSlow || expired.getAsBoolean()) {
      throw failed(FetchProblem.TOO_SLOW);
    }
  }

  private FetchFailed said(IOException failed) {
    if (failed instanceof FetchFailed known) {
      return known;
    }
    if (failed instanceof SocketTimeoutException) {
      return failed(FetchProblem.TOO_SLOW);
    }
    if (failed instanceof ZipException) {
      return failed(FetchProblem.STRANGE_ANSWER);
    }
    boolean cut =
        failed instanceof EOFException
            || failed instanceof ConnectionClosedException
            || failed instanceof TruncatedChunkException;
    return failed(cut ? FetchProblem.CUT_SHORT : Failures.of(failed));
  }

  private FetchFailed failed(FetchProblem problem) {
    return new FetchFailed(problem, site);
  }
}
