package fr.jalon.portal.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those invited to a meeting. A reminder and the mark that it was sent are one transaction:
 * it is sent once, whichever server does it and whenever it is killed. After a silence of the
 * server, the last one alone is said; who said that they do not come is not reminded.
 */
@Component
class MeetingReminders {
  /** Days before, the furthest first. */
  static final List<Integer> DAYS = List.of(7, 1);

  private final SessionRows rows;
  private final Seasons seasons;
  private final ProgrammeMails mails;
  private final TransactionTemplate transaction;

  MeetingReminders(
      SessionRows rows, Seasons seasons, ProgrammeMails mails, TransactionTemplate transaction) {
    this.rows = rows;
    this.seasons = seasons;
    this.mails = mails;
    this.transaction = transaction;
  }

  void send() {
    Instant now = seasons.now();
    LocalDate today = seasons.today();
    Instant horizon = today.plusDays(DAYS.get(0) + 1L).atStartOfDay(Meeting.ZONE).toInstant();
    Map<UUID, Season> known = new HashMap<>();
    seasons.list().forEach(season -> known.put(season.id(), season));
    for (SessionRows.Invited invited : rows.listInvited(now, horizon)) {
      Season season = Objects.requireNonNull(known.get(invited.meeting().seasonId()));
      long left = ChronoUnit.DAYS.between(today, invited.meeting().day());
      DAYS.stream()
          .filter(days -> left <= days)
          .reduce((far, near) -> near)
          .ifPresent(days -> send(season, invited, days, now));
    }
  }

  private void send(Season season, SessionRows.Invited invited, int days, Instant now) {
    Meeting meeting = invited.meeting();
    transaction.executeWithoutResult(
        all -> {
          if (rows.remind(invited.participant().id(), meeting.startsAt(), days, now)) {
            mails.remind(season, meeting, invited.participant(), days);
          }
        });
  }
}
