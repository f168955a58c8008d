package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.DepositLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the reminders of the day. A reminder and the mark that it was sent are one transaction: it
 * is sent once, whichever server does it and whenever it is killed. After a silence of the server,
 * the furthest stage alone is said.
 */
@Component
class Reminders {
  /** Beyond the longest time ahead of all stages. */
  private static final Duration AHEAD = Duration.ofDays(15);

  /** Whoever worked on it in that time knows. */
  private static final Duration AT_IT = Duration.ofDays(14);

  private final Upkeep upkeep;
  private final UpkeepRows rows;
  private final UpkeepMails mails;
  private final TransactionTemplate transaction;

  Reminders(Upkeep upkeep, UpkeepRows rows, UpkeepMails mails, TransactionTemplate transaction) {
    this.upkeep = upkeep;
    this.rows = rows;
    this.mails = mails;
    this.transaction = transaction;
  }

  void send() {
    LocalDate today = upkeep.today();
    Instant now = upkeep.now();
    for (Kept kept : upkeep.listAwaited(now.plus(AHEAD))) {
      LocalDate due = kept.due();
      if (due == null || kept.quiet(today) || isAtIt(kept.underWay(), now)) {
        continue;
      }
      Stage.reached(kept.frequency(), due, today)
          .filter(stage -> !kept.reminded().isEmpty())
          .ifPresent(stage -> send(kept, due, stage, now));
    }
  }

  private void send(Kept kept, LocalDate due, Stage stage, Instant now) {
    List<String> recipients = kept.reminded().stream().map(Person::email).toList();
    transaction.executeWithoutResult(
        all -> {
          if (rows.remind(kept.dataset().id(), due, stage, recipients, now)) {
            mails.remind(kept, stage);
          }
        });
  }

  private static boolean isAtIt(@Nullable DepositLine begun, Instant now) {
    return begun != null && begun.savedAt().isAfter(now.minus(AT_IT));
  }
}
