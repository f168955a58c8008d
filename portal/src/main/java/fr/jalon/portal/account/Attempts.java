package fr.jalon.portal.account;

import fr.jalon.portal.web.Networks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: each failure makes the next try wait longer, by account, by
 * network, and by both together.
 *
 * <p>A try is counted before the password is looked at, in one statement, so that a thousand tries
 * at once count as a thousand. Nobody is ever locked out: from elsewhere the owner of an attacked
 * account waits a minute at most, and an e-mailed link lets them in at once. Unknown accounts are
 * counted like the others, so waiting tells nothing.
 */
@Component
class Attempts {
  /** After so long without a failure the count begins again. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Attempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How a count grows into a wait: none for the first ones, then doubling from a second. */
  private record Slowing(String key, int free, Duration longest) {}

  /** Counts a try; zero when it may go on, else how long to wait. */
  Duration tryNow(String email, String address) {
    Instant now = clock.instant();
    for (Slowing slowing : slowings(email, address)) {
      int counted =
          jdbc.sql(
                  """
                  insert into account.attempt as a (key, failures, last_at, free_at)
                  values (:key, 1, :now, :now)
                  on conflict (key) do update set
                    failures = case when a.last_at < :forgotten then 1 else a.failures + 1 end,
                    last_at = :now,
                    free_at = case when a.last_at < :forgotten or a.failures + 1 < :free
                      then cast(:now as timestamptz)
                      else cast(:now as timestamptz) + make_interval(
                        secs => least(:longest, power(2, least(20, a.failures + 1 - :free)))) end
                  where a.free_at <= :now
                  """)
              .param("key", slowing.key())
              .param("now", Timestamp.from(now))
              .param("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
              .param("free", slowing.free())
              .param("longest", slowing.longest().toSeconds())
              .update();
      if (counted == 0) {
        return waitOf(slowing.key(), now);
      }
    }
    return Duration.ZERO;
  }

  /** Forgets the failures of someone who signed in. */
  void succeeded(String email, String address) {
    jdbc.sql("delete from account.attempt where key = any(?)")
        .param(slowings(email, address).stream().map(Slowing::key).toArray(String[]::new))
        .update();
  }

  /** Removes the counts that no longer matter. */
  void forgetOld() {
    jdbc.sql("delete from account.attempt where last_at < ?")
        .param(Timestamp.from(clock.instant().minus(FORGOTTEN)))
        .update();
  }

  private Duration waitOf(String key, Instant now) {
    return jdbc.sql("select free_at from account.attempt where key = ?")
        .param(key)
        .query(Timestamp.class)
        .optional()
        .map(free -> Duration.between(now, free.toInstant()))
        .filter(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0)
        .orElse(Duration.ofSeconds(1));
  }

  private static List<Slowing> slowings(String email, String address) {
    String account = Token.sha256(email.strip().toLowerCase(Locale.ROOT));
    String network = Networks.of(address);
    return List.of(
        new Slowing("network " + network, 50, Duration.ofMinutes(5)),
        new Slowing("both " + account + " " + network, 5, Duration.ofMinutes(5)),
        new Slowing("account " + account, 20, Duration.ofMinutes(1)));
  }
}
