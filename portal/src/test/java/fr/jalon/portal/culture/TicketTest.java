package fr.jalon.portal.culture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TicketTest {
  private Instant now = Instant.parse("2022-03-15T10:00:00Z");
  private final Ticket tickets =
      new Ticket(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void isGoodFromTheTimeItTakesToWriteUntilTheEndOfTheDay() {
    String ticket = tickets.make();
    assertThat(tickets.isGood(ticket)).as("a program sends at once").isFalse();
    now = now.plus(Ticket.SOONEST).minusMillis(1);
    assertThat(tickets.isGood(ticket)).isFalse();
    now = now.plusMillis(1);
    assertThat(tickets.isGood(ticket)).isTrue();
    now = now.plus(Ticket.LATEST).minus(Ticket.SOONEST);
    assertThat(tickets.isGood(ticket)).isTrue();
    now = now.plusMillis(1);
    assertThat(tickets.isGood(ticket)).isFalse();
  }

  @Test
  void isOursOnly() {
    String ticket = tickets.make();
    now = now.plus(Duration.ofMinutes(1));
    String other = new Ticket(Clock.fixed(now, ZoneOffset.UTC)).make();
    long earlier = now.minus(Duration.ofMinutes(2)).toEpochMilli();
    assertThat(tickets.isGood(ticket)).isTrue();
    for (String forged :
        new String[] {
          "",
          ".",
          "x.y",
          "99999999999999999999." + ticket,
          other,
          earlier + ticket.substring(ticket.indexOf('.')),
          ticket.substring(0, ticket.length() - 1)
        }) {
      assertThat(tickets.isGood(forged)).as(forged).isFalse();
    }
  }
}
