package fr.jalon.portal.help;

import fr.jalon.portal.account.Mails;
import fr.jalon.portal.help.HelpRequest.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens when the person who asked does not answer: reminded, then the référent told, then
 * closed. One rung after the other, while somebody is there to answer, and never two mails within
 * the days of quiet: a server stopped for a month does not close at once what it should have
 * reminded of.
 */
@Component
class Silence {
  private static final Logger log = LoggerFactory.getLogger(Silence.class);

  private final HelpRows rows;
  private final HelpMails mails;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Silence(HelpRows rows, HelpMails mails, TransactionTemplate transaction, Clock clock) {
    this.rows = rows;
    this.mails = mails;
    this.transaction = transaction;
    this.clock = clock;
  }

  void look() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!WorkingTime.isOpen(now)) {
      return;
    }
    for (HelpRows.Silent one : rows.listSilentSince(now.minus(days(Rung.REMINDED)))) {
      Optional<Rung> next =
          Rung.after(one.taken())
              .filter(rung -> !one.turnAt().plus(days(rung)).isAfter(now))
              .filter(rung -> one.lastAt() == null || !one.lastAt().plus(Mails.QUIET).isAfter(now));
      try {
        next.ifPresent(rung -> transaction.executeWithoutResult(all -> take(one, rung, now)));
      } catch (RuntimeException failed) {
        // the others are not kept waiting by this one
        log.warn("Request {} is not reminded of", one.id(), failed);
      }
    }
  }

  private static java.time.Duration days(Rung rung) {
    return java.time.Duration.ofDays(rung.days());
  }

  private void take(HelpRows.Silent one, Rung rung, Instant now) {
    HelpRequest request = rows.findForUpdate(one.id()).orElse(null);
    boolean still =
        request != null
            && request.state() == State.ANSWERED
            && request.turnAt().equals(one.turnAt());
    if (!still || request == null || !mails.silent(request, rung)) {
      return;
    }
    if (rows.take(one.id(), one.turnAt(), rung, now)) {
      rows.say(
          one.id(),
          new Line(
              UUID.randomUUID(),
              now,
              null,
              "Jalon",
              true,
              Line.What.valueOf(rung.name()),
              "",
              null));
      if (rung == Rung.CLOSED) {
        rows.turn(one.id(), State.CLOSED, now, request.dueAt());
      }
    }
  }
}
