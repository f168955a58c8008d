package fr.jalon.portal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each client: a request takes one, time gives them back. Remembers the last
 * {@value #MOST_CLIENTS} clients only; one that is forgotten starts with a full bucket.
 * Thread-safe.
 */
public final class TokenBuckets {
  private static final int MOST_CLIENTS = 20_000;
  private static final double NANOS = 1e9;

  private final int rate;
  private final int burst;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  /**
   * @param rate tokens given back a second
   * @param burst tokens of a full bucket
   */
  public TokenBuckets(int rate, int burst, LongSupplier nanoClock) {
    this.rate = rate;
    this.burst = burst;
    this.nanoClock = nanoClock;
  }

  /** True when there is no token left; takes none. */
  public synchronized boolean isEmpty(String client) {
    Bucket bucket = buckets.get(client);
    return bucket != null
        && Math.min(burst, bucket.tokens + (nanoClock.getAsLong() - bucket.at) / NANOS * rate) < 1;
  }

  /** Takes a token if there is one. */
  public synchronized Taken take(String client) {
    long now = nanoClock.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(client, unseen -> new Bucket(burst, now));
    bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / NANOS * rate);
    bucket.at = now;
    if (bucket.tokens < 1) {
      return new Taken(false, 0, (int) Math.ceil((1 - bucket.tokens) / rate));
    }
    bucket.tokens--;
    return new Taken(true, (int) bucket.tokens, 0);
  }

  /**
   * @param left tokens left in the bucket
   * @param seconds until there is one again, 0 when one was taken
   */
  public record Taken(boolean granted, int left, int seconds) {}

  private static final class Bucket {
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }
}
