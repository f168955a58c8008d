package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.DatasetEvent;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Trail;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.Import;
import fr.jalon.portal.deposit.Imports;
import fr.jalon.portal.fetch.FetchFailed;
import fr.jalon.portal.fetch.WebAddress;
import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fetches files on their day from the address that someone accepted. A new file begins a deposit,
 * that a person looks at: nothing is published by itself. The same file as last time begins none.
 */
@Service
class Schedules {
  /** The rhythms proposed: who needs more often has a program, which has the API. */
  static final Set<UpdateFrequency> RHYTHMS =
      EnumSet.of(
          UpdateFrequency.WEEKLY,
          UpdateFrequency.MONTHLY,
          UpdateFrequency.QUARTERLY,
          UpdateFrequency.BIANNUAL,
          UpdateFrequency.ANNUAL);

  /** After a failure it is tried again the next day. */
  private static final Duration AFTER_FAILURE = Duration.ofDays(1);

  /** A week of them: beyond, the address is no longer the right one. */
  static final int MOST_FAILURES = 7;

  /** Asked in one go: the others follow some minutes later. */
  private static final int AT_A_TIME = 20;

  /** Before people come to work. */
  private static final LocalTime HOUR = LocalTime.of(5, 0);

  private static final int LONGEST_WAIT_YEARS = 2;

  private final UpkeepRows rows;
  private final Upkeep upkeep;
  private final Datasets datasets;
  private final Imports imports;
  private final Accounts accounts;
  private final Trail trail;
  private final UpkeepMails mails;

  Schedules(
      UpkeepRows rows,
      Upkeep upkeep,
      Datasets datasets,
      Imports imports,
      Accounts accounts,
      Trail trail,
      UpkeepMails mails) {
    this.rows = rows;
    this.upkeep = upkeep;
    this.datasets = datasets;
    this.imports = imports;
    this.accounts = accounts;
    this.trail = trail;
    this.mails = mails;
  }

  @Transactional(readOnly = true)
  public Optional<Schedule> find(UUID datasetId) {
    return rows.findSchedule(datasetId);
  }

  /**
   * Has the file fetched from that address on a rhythm, in the name of whoever accepts it.
   *
   * @param first the first day
   * @throws FetchFailed when it is no address we would ask
   */
  @Transactional
  public void accept(
      Dataset dataset, Person who, String written, UpdateFrequency rhythm, LocalDate first)
      throws FetchFailed {
    if (!dataset.publisherId().equals(who.organizationId())) {
      throw new Rejected(UpkeepProblem.NOT_OF_THE_AUTHORITY);
    }
    if (!RHYTHMS.contains(rhythm)) {
      throw new Rejected(UpkeepProblem.NO_SUCH_RHYTHM);
    }
    LocalDate today = upkeep.today();
    if (first.isBefore(today) || first.isAfter(today.plusYears(LONGEST_WAIT_YEARS))) {
      throw new Rejected(UpkeepProblem.NO_SUCH_DAY);
    }
    WebAddress address = WebAddress.of(written);
    Instant now = upkeep.now();
    rows.accept(
        new Schedule(
            dataset.id(),
            address.toString(),
            rhythm,
            who.id(),
            who.name(),
            now,
            first.atTime(HOUR).atZone(Kept.ZONE).toInstant(),
            Schedule.Outcome.AWAITED,
            null,
            null,
            0));
    trail.add(
        Trail.Line.of(dataset.id(), DatasetEvent.Kind.SCHEDULED).because(address.toString()),
        who.id(),
        now);
  }

  /** The file is fetched no more. */
  @Transactional
  public void stop(Dataset dataset, Person who) {
    if (rows.removeSchedule(dataset.id())) {
      trail.add(Trail.Line.of(dataset.id(), DatasetEvent.Kind.UNSCHEDULED), who.id(), upkeep.now());
    }
  }

  /** Asks for the files whose day has come. */
  @Transactional
  public void ask() {
    Instant now = upkeep.now();
    List<Schedule> due = rows.holdDue(now, AT_A_TIME);
    Map<UUID, Kept> kept = kept(due);
    for (Schedule schedule : due) {
      ask(schedule, kept.get(schedule.datasetId()), now);
    }
  }

  private void ask(Schedule schedule, @Nullable Kept kept, Instant now) {
    Instant next = after(schedule, now);
    if (kept == null) {
      // withdrawn: it goes on when it is put back
      settle(schedule, schedule.outcome(), schedule.importId(), next, now);
      return;
    }
    if (kept.underWay() != null) {
      settle(schedule, Schedule.Outcome.UNDER_WAY, schedule.importId(), next, now);
      return;
    }
    Person who = accounts.find(schedule.acceptedBy()).orElse(null);
    if (who == null || !kept.dataset().publisherId().equals(who.organizationId())) {
      settle(schedule, Schedule.Outcome.STOPPED, null, next, now);
      mails.stopped(kept.reminded(), kept.dataset());
      return;
    }
    try {
      UUID id = imports.startScheduled(who, schedule.datasetId(), schedule.address());
      settle(schedule, Schedule.Outcome.FETCHING, id, next, now);
    } catch (FetchFailed noAddress) {
      failed(schedule, kept, now);
    }
  }

  /** Tells what became of the files asked for. */
  @Transactional
  public void settle() {
    Instant now = upkeep.now();
    List<Schedule> fetching = rows.holdFetching(AT_A_TIME);
    Map<UUID, Kept> kept = kept(fetching);
    Map<UUID, Import> asked =
        imports
            .findAll(fetching.stream().flatMap(one -> Stream.ofNullable(one.importId())).toList())
            .stream()
            .collect(Collectors.toMap(Import::id, Function.identity()));
    for (Schedule schedule : fetching) {
      settle(schedule, asked.get(schedule.importId()), kept.get(schedule.datasetId()), now);
    }
  }

  private void settle(Schedule schedule, @Nullable Import asked, @Nullable Kept kept, Instant now) {
    Import.State state = asked == null ? Import.State.STOPPED : asked.state();
    switch (state) {
      case FETCHING -> {
        // still on its way
      }
      case ARRIVED -> {
        settle(schedule, Schedule.Outcome.ARRIVED, schedule.importId(), schedule.nextAt(), now);
        if (kept != null) {
          mails.fetched(
              kept.reminded(), kept.dataset(), Objects.requireNonNull(schedule.importId()));
        }
      }
      case UNCHANGED ->
          settle(schedule, Schedule.Outcome.UNCHANGED, schedule.importId(), schedule.nextAt(), now);
      // a page where one has to choose is not the file
      case STOPPED, CHOOSING -> failed(schedule, kept, now);
    }
  }

  private void failed(Schedule schedule, @Nullable Kept kept, Instant now) {
    int failures = schedule.failures() + 1;
    boolean last = failures >= MOST_FAILURES;
    rows.settle(
        schedule.datasetId(),
        last ? Schedule.Outcome.STOPPED : Schedule.Outcome.FAILED,
        schedule.importId(),
        failures,
        now.plus(AFTER_FAILURE),
        now);
    if (kept != null && last) {
      mails.stopped(kept.reminded(), kept.dataset());
    } else if (kept != null && failures == 1) {
      mails.notFetched(kept.reminded(), kept.dataset());
    }
  }

  private void settle(
      Schedule schedule,
      Schedule.Outcome outcome,
      @Nullable UUID importId,
      Instant next,
      Instant now) {
    boolean asked = outcome == Schedule.Outcome.FETCHING;
    rows.settle(
        schedule.datasetId(), outcome, importId, asked ? schedule.failures() : 0, next, now);
  }

  private Map<UUID, Kept> kept(List<Schedule> schedules) {
    return upkeep.listPublished(schedules.stream().map(Schedule::datasetId).toList()).stream()
        .collect(Collectors.toMap(one -> one.dataset().id(), Function.identity()));
  }

  /** The next day of the rhythm that is to come: days missed are not made up for. */
  private static Instant after(Schedule schedule, Instant now) {
    LocalDate next = LocalDate.ofInstant(schedule.nextAt(), Kept.ZONE);
    LocalDate today = LocalDate.ofInstant(now, Kept.ZONE);
    while (!next.isAfter(today)) {
      next =
          switch (schedule.rhythm()) {
            case WEEKLY -> next.plusWeeks(1);
            case MONTHLY -> next.plusMonths(1);
            case QUARTERLY -> next.plusMonths(3);
            case BIANNUAL -> next.plusMonths(6);
            default -> next.plusYears(1);
          };
    }
    return next.atTime(HOUR).atZone(Kept.ZONE).toInstant();
  }
}
