package fr.jalon.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test sets; each look at it is a millisecond later, as in life. */
public final class TestClock extends Clock {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private Instant now = Instant.parse("2021-09-15T08:00:00Z");

  /** Makes the whole portal look at that clock. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Wired {
    @Bean
    @Primary
    TestClock testClock() {
      return new TestClock();
    }
  }

  /** It is ten o'clock in Paris that day. */
  public synchronized void set(LocalDate day) {
    now = day.atTime(LocalTime.of(10, 0)).atZone(PARIS).toInstant();
  }

  /** So much later. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Z");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(Duration.ofMillis(1));
    return now;
  }
}
