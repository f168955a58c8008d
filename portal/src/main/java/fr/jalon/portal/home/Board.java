package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.agreement.Position;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.Share;
import fr.jalon.portal.deposit.Awaited;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.help.Waiting;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Candidacies;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Progress;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the beneficiaries of a season are, and who needs somebody. As many statements for one as
 * for all of them.
 */
@Service
class Board {
  /**
   * Days after which an agreement that nobody signed is told: the time of a town council's mail.
   */
  static final int UNSIGNED_DAYS = 15;

  /** Days before its end from which an agreement is told. */
  static final int END_DAYS = 30;

  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Candidacies candidacies;
  private final Datasets datasets;
  private final Publications publications;
  private final Checklists checklists;
  private final HelpRequests help;

  Board(
      Seasons seasons,
      Beneficiaries beneficiaries,
      Candidacies candidacies,
      Datasets datasets,
      Publications publications,
      Checklists checklists,
      HelpRequests help) {
    this.checklists = checklists;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.candidacies = candidacies;
    this.datasets = datasets;
    this.publications = publications;
    this.help = help;
  }

  /**
   * A beneficiary on the board.
   *
   * @param phase it is in, by its place among them; as many as there are once all is done
   * @param checklist how much of it is done
   * @param needs the most pressing first
   */
  record Row(
      Followed followed,
      int phase,
      List<Progress.Step> steps,
      List<Dataset> datasets,
      Optional<Session> next,
      Share checklist,
      List<Signal> needs) {
    Beneficiary beneficiary() {
      return followed.beneficiary();
    }
  }

  /**
   * A need.
   *
   * @param about a title or a day, "" for nothing
   * @param days since when, or until when; 0 when it is not told
   */
  record Signal(Need need, String about, long days, String href) {}

  /**
   * @param candidacies that nobody answered
   * @param rows the most in need first
   */
  record Look(Season season, int candidacies, List<Row> rows) {}

  @Transactional(readOnly = true)
  public Look look(Season season, Person who) {
    Instant now = seasons.now();
    List<Followed> all = beneficiaries.follow(season);
    List<UUID> authorities = all.stream().map(one -> one.beneficiary().organizationId()).toList();
    Map<UUID, List<Dataset>> sets =
        datasets.listOfAll(authorities).stream()
            .collect(Collectors.groupingBy(Dataset::publisherId));
    Map<UUID, List<Awaited>> visas =
        publications.awaiting(who).stream().collect(Collectors.groupingBy(Awaited::organizationId));
    Map<UUID, Share> shares = checklists.shares(all);
    Map<UUID, List<Waiting>> asking =
        help.listWaiting().stream().collect(Collectors.groupingBy(Waiting::organizationId));
    int waiting =
        (int)
            candidacies.listOf(season.id()).stream().filter(one -> one.standing().isOpen()).count();
    return new Look(
        season,
        waiting,
        all.stream()
            .map(
                one -> {
                  UUID id = one.beneficiary().organizationId();
                  return row(
                      one,
                      sets.getOrDefault(id, List.of()),
                      visas.getOrDefault(id, List.of()),
                      shares.getOrDefault(one.beneficiary().id(), Share.NONE),
                      asking.getOrDefault(id, List.of()),
                      now);
                })
            .sorted(
                Comparator.comparing((Row row) -> row.needs().isEmpty())
                    .thenComparing(
                        row ->
                            row.needs().isEmpty() ? Need.DATASET_LATE : row.needs().get(0).need())
                    .thenComparing(row -> row.beneficiary().name()))
            .toList());
  }

  private Row row(
      Followed one,
      List<Dataset> sets,
      List<Awaited> visas,
      Share checklist,
      List<Waiting> asking,
      Instant now) {
    Optional<Session> next = one.tally().findNext().filter(session -> !session.isToNote(now));
    List<Signal> needs = new ArrayList<>();
    help(asking, now, needs);
    sessions(one, next, now, needs);
    agreement(one, needs);
    data(one, sets, visas, now, needs);
    needs.sort(Comparator.comparing(Signal::need));
    Progress progress = new Progress(one, sets, now);
    return new Row(one, progress.phase(), progress.steps(), sets, next, checklist, needs);
  }

  /** The request with the least time left. */
  private static void help(List<Waiting> asking, Instant now, List<Signal> needs) {
    asking.stream()
        .findFirst()
        .ifPresent(
            one ->
                needs.add(
                    new Signal(
                        one.late() ? Need.HELP_LATE : Need.HELP_WAITING,
                        "",
                        ChronoUnit.DAYS.between(one.since(), now),
                        one.href())));
  }

  private void sessions(Followed one, Optional<Session> next, Instant now, List<Signal> needs) {
    LocalDate today = seasons.today();
    String agreement = "/conventions/" + one.agreement().id();
    if (one.tally().hasToDecide()) {
      needs.add(new Signal(Need.TO_DECIDE, "", 0, agreement));
    }
    one.tally().lines().stream()
        .map(line -> line.session())
        .filter(session -> session.isToNote(now))
        .forEach(
            session ->
                needs.add(
                    new Signal(
                        Need.TO_NOTE,
                        "",
                        ChronoUnit.DAYS.between(session.day(), today),
                        session.meeting().href())));
    boolean accompanied =
        !today.isAfter(one.position().terms().accompaniedUntil())
            && !one.position().status().isOver();
    if (accompanied && next.isEmpty() && one.tally().remaining() > 0) {
      needs.add(
          new Signal(
              Need.NOTHING_PLANNED,
              "",
              0,
              one.season().href() + "/nouveau-rendez-vous?pour=" + one.beneficiary().id()));
    }
  }

  private void agreement(Followed one, List<Signal> needs) {
    LocalDate today = seasons.today();
    Position position = one.position();
    String href = "/conventions/" + one.agreement().id();
    boolean signed = position.start() != null;
    if (!signed && position.status() != Status.GIVEN_UP) {
      LocalDate since = one.reckoning().facts().get(0).act().on();
      long days = ChronoUnit.DAYS.between(since, today);
      if (days >= UNSIGNED_DAYS) {
        needs.add(new Signal(Need.UNSIGNED, "", days, href));
      }
    }
    if (signed
        && !today.isBefore(position.terms().notice().from())
        && position.isNoticeExpected()) {
      needs.add(
          new Signal(
              Need.NOTICE,
              "",
              ChronoUnit.DAYS.between(today, position.terms().notice().to()),
              href));
    }
    LocalDate last = position.lastDay();
    if (signed && last != null && !position.status().isOver()) {
      long left = ChronoUnit.DAYS.between(today, last);
      if (left <= END_DAYS) {
        needs.add(new Signal(Need.END_NEAR, "", left, href));
      }
    }
  }

  private static void data(
      Followed one, List<Dataset> sets, List<Awaited> visas, Instant now, List<Signal> needs) {
    for (Awaited awaited : visas) {
      needs.add(
          new Signal(
              Need.VISA,
              awaited.title(),
              ChronoUnit.DAYS.between(awaited.since(), now),
              awaited.href()));
    }
    sets.stream()
        .filter(set -> set.published() != null)
        .filter(
            set -> {
              Instant due = set.current().due();
              return due != null && due.isBefore(now);
            })
        .forEach(
            set ->
                needs.add(
                    new Signal(
                        Need.DATASET_LATE,
                        set.title(),
                        0,
                        "/jeux-de-donnees/" + set.slug() + "/gestion/mise-a-jour")));
  }
}
