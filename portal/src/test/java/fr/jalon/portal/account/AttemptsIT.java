package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a clock that stands still: how fast the machine is changes nothing. */
class AttemptsIT extends PortalIT {
  /** Of a day to come: what is older than an hour is forgotten by the portal itself, any time. */
  private static final Instant NOON =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void forgetAll() {
    jdbc.sql("truncate account.attempt").update();
  }

  @Test
  void countsTriesMadeAtOnceOneByOne() {
    Attempts attempts = at(NOON);
    long allowed =
        IntStream.range(0, 40)
            .parallel()
            .filter(i -> attempts.tryNow("ana@bourges.fr", "192.0.2.1").isZero())
            .count();
    assertThat(allowed).isEqualTo(5);
  }

  @Test
  void makesEachNextTryWaitTwiceAsLong() {
    Instant now = NOON;
    for (int i = 0; i < 5; i++) {
      assertThat(at(now).tryNow("ana@bourges.fr", "192.0.2.1")).isZero();
    }
    for (int seconds = 1; seconds <= 256; seconds *= 2) {
      assertThat(at(now).tryNow("ana@bourges.fr", "192.0.2.1")).hasSeconds(seconds);
      now = now.plusSeconds(seconds);
      assertThat(at(now).tryNow("ana@bourges.fr", "192.0.2.1")).isZero();
    }
    assertThat(at(now).tryNow("ana@bourges.fr", "192.0.2.1")).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void letsTheOwnerOfAnAttackedAccountInFromElsewhereWithinAMinute() {
    Attempts attempts = at(NOON);
    for (int i = 0; i < 200; i++) {
      attempts.tryNow("ana@bourges.fr", "198.51.100." + i);
    }
    assertThat(attempts.tryNow("ana@bourges.fr", "192.0.2.1"))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(at(NOON.plusSeconds(60)).tryNow("ana@bourges.fr", "192.0.2.1")).isZero();
  }

  @Test
  void countsASubscribersWholeNetworkAsOne() {
    Attempts attempts = at(NOON);
    for (int i = 0; i < 50; i++) {
      attempts.tryNow("p" + i + "@bourges.fr", "2001:db8:1:2::" + Integer.toHexString(i + 1));
    }
    assertThat(attempts.tryNow("q@bourges.fr", "2001:db8:1:2:ffff::1")).isPositive();
    assertThat(attempts.tryNow("q@bourges.fr", "2001:db8:1:3::1")).isZero();
  }

  @Test
  void forgetsAfterAnHourAndAfterSuccess() {
    for (int i = 0; i < 9; i++) {
      at(NOON).tryNow("ana@bourges.fr", "192.0.2.1");
    }
    at(NOON).succeeded("ana@bourges.fr", "192.0.2.1");
    assertThat(at(NOON).tryNow("ana@bourges.fr", "192.0.2.1")).isZero();
    for (int i = 0; i < 9; i++) {
      at(NOON).tryNow("ana@bourges.fr", "192.0.2.1");
    }
    Instant later = NOON.plus(Duration.ofMinutes(61));
    for (int i = 0; i < 5; i++) {
      assertThat(at(later).tryNow("ana@bourges.fr", "192.0.2.1")).isZero();
    }
  }

  private Attempts at(Instant now) {
    return new Attempts(jdbc, Clock.fixed(now, ZoneOffset.UTC));
  }
}
