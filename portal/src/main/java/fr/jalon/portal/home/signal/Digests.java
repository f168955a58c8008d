package fr.jalon.portal.home.signal;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mail of Mondays: what presses most, to each facilitator who wants it, and nothing when there
 * is nothing. That it was written and the mail are one transaction: never two for one week.
 */
@Component
class Digests {
  static final DayOfWeek DAY = DayOfWeek.MONDAY;

  /** In Paris: read before the day is full. */
  static final LocalTime HOUR = LocalTime.of(8, 0);

  /** A server that slept on Monday morning writes it until the next one, and no later. */
  static final Duration LATEST = Duration.ofDays(1);

  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Signals signals;
  private final SignalRows rows;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Accounts accounts;
  private final Mails mails;
  private final PortalSettings portal;
  private final TransactionTemplate transaction;

  Digests(
      Signals signals,
      SignalRows rows,
      Seasons seasons,
      Beneficiaries beneficiaries,
      Accounts accounts,
      Mails mails,
      PortalSettings portal,
      TransactionTemplate transaction) {
    this.signals = signals;
    this.rows = rows;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.accounts = accounts;
    this.mails = mails;
    this.portal = portal;
    this.transaction = transaction;
  }

  /**
   * A line of the mail.
   *
   * @param whose the authority, told once though it is in two seasons; or the season
   */
  private record Line(Signal signal, UUID whose, String text, String link) {}

  void send() {
    Instant now = seasons.now();
    LocalDate week = seasons.today().with(TemporalAdjusters.previousOrSame(DAY));
    Instant from = week.atTime(HOUR).atZone(Messages.PARIS).toInstant();
    if (now.isBefore(from) || !now.isBefore(from.plus(LATEST))) {
      return;
    }
    List<Season> followed = seasons.list().stream().filter(signals::isFollowed).toList();
    Map<UUID, Beneficiary> theirs =
        followed.stream()
            .flatMap(season -> beneficiaries.listOfSeason(season.id()).stream())
            .collect(Collectors.toMap(Beneficiary::id, Function.identity()));
    for (Person person : accounts.listByRole(Set.of(Role.FACILITATOR))) {
      if (signals.getsDigest(person)) {
        transaction.executeWithoutResult(all -> send(person, week, followed, theirs, now));
      }
    }
  }

  private void send(
      Person to,
      LocalDate week,
      List<Season> followed,
      Map<UUID, Beneficiary> theirs,
      Instant now) {
    Set<UUID> told = new HashSet<>();
    List<Line> lines =
        followed.stream()
            .flatMap(
                season ->
                    Shown.of(signals.listOpen(season, to), seasons.today()).lines().stream()
                        .map(signal -> line(season, signal, theirs)))
            .sorted(Comparator.comparing(Line::signal, Signal.ORDER))
            .filter(line -> told.add(line.whose()))
            .limit(Shown.MOST)
            .toList();
    if (!rows.noteDigest(to.id(), week, lines.size(), now) || lines.isEmpty()) {
      return;
    }
    Line first = lines.get(0);
    List<Line> others = lines.subList(1, lines.size());
    mails.send(
        to.email(),
        FRENCH.count("signal.digest.subject", lines.size(), first.text()),
        FRENCH.text(
            "signal.digest",
            first.text(),
            first.link(),
            others.stream()
                .map(line -> "- " + line.text() + "\n  " + line.link())
                .collect(Collectors.joining("\n")),
            to.name(),
            portal.link("/accueil"),
            portal.link(SignalPaths.ALL + "#resume")));
  }

  private Line line(Season season, Signal signal, Map<UUID, Beneficiary> theirs) {
    Beneficiary one = signal.beneficiaryId() == null ? null : theirs.get(signal.beneficiaryId());
    String name = one == null ? season.name() : one.name();
    return new Line(
        signal,
        one == null ? season.id() : one.organizationId(),
        name + "\u00a0: " + new SignalWords(FRENCH, seasons.today()).sentence(signal),
        portal.link(signal.href()));
  }
}
