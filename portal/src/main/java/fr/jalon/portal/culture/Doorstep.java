package fr.jalon.portal.culture;

import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.TokenBuckets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Keeps programs that send advertisements from forms anybody may send. */
@Component
class Doorstep {
  /** Forms of one network at once: a class of students asks as many. */
  static final int BURST = 12;

  /** One more a minute: a bucket counts a second, so its clock is that much slower. */
  private static final long SLOWER = 60;

  private final TokenBuckets buckets;
  private final Ticket ticket;

  Doorstep(Ticket ticket, Clock clock) {
    this.ticket = ticket;
    this.buckets = new TokenBuckets(1, BURST, () -> nanos(clock.instant()) / SLOWER);
  }

  private static long nanos(Instant moment) {
    return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
  }

  /** What a form carries: when it was shown, and its own name. */
  void furnish(Model model, UUID id) {
    model.addAttribute("ticket", ticket.make());
    model.addAttribute("id", id.toString());
  }

  /** Notes what is wrong with how the form was sent, on the field one looks at first. */
  void look(Written written, String field, HttpServletRequest request) {
    if (!ticket.isGood(written.text(Written.TICKET))) {
      written.fault(field, CultureProblem.SEND_AGAIN);
    }
    if (!written.isWrong() && !buckets.take(Networks.of(request.getRemoteAddr())).granted()) {
      written.fault(field, CultureProblem.TOO_MANY_REQUESTS);
    }
  }
}
