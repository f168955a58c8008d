package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.DatasetEvent;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Trail;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.LastDeposit;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks after which dataset, and what is awaited of it. Whoever calls checks who may see the
 * dataset.
 */
@Service
class Upkeep {
  private static final int LONGEST_NOTE = 1_000;

  /** Nobody asks for silence beyond; what is never renewed says so in its frequency. */
  private static final int LONGEST_SILENCE_YEARS = 3;

  /**
   * What is awaited within that time is shown to those who look after no authority of their own.
   */
  private static final Duration HORIZON = Duration.ofDays(31);

  private final UpkeepRows rows;
  private final Datasets datasets;
  private final Deposits deposits;
  private final Accounts accounts;
  private final Trail trail;
  private final UpkeepMails mails;
  private final Clock clock;

  Upkeep(
      UpkeepRows rows,
      Datasets datasets,
      Deposits deposits,
      Accounts accounts,
      Trail trail,
      UpkeepMails mails,
      Clock clock) {
    this.rows = rows;
    this.datasets = datasets;
    this.deposits = deposits;
    this.accounts = accounts;
    this.trail = trail;
    this.mails = mails;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), Kept.ZONE);
  }

  /**
   * What this person is to keep up to date, the most pressing first: all of their authority's; for
   * those of the region, what is awaited of anyone.
   */
  @Transactional(readOnly = true)
  public List<Kept> listFor(Person who) {
    UUID authority = who.organizationId();
    List<Dataset> found =
        authority == null
            ? datasets.listDueBefore(now().plus(HORIZON))
            : datasets.listOf(authority).stream().filter(one -> one.published() != null).toList();
    LocalDate today = today();
    return kept(found).stream()
        .sorted(
            Comparator.comparing((Kept kept) -> kept.state(today))
                .thenComparing(Kept::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** Those whose reminders may be due at that moment. */
  @Transactional(readOnly = true)
  public List<Kept> listAwaited(Instant moment) {
    return kept(datasets.listDueBefore(moment));
  }

  /** Those of these datasets that are published. */
  @Transactional(readOnly = true)
  public List<Kept> listPublished(Collection<UUID> ids) {
    return kept(datasets.list(ids));
  }

  @Transactional(readOnly = true)
  public Kept get(Dataset dataset) {
    return kept(List.of(dataset)).stream()
        .findFirst()
        .orElseThrow(() -> new Rejected(UpkeepProblem.NOT_PUBLISHED));
  }

  /** The people a dataset may be handed over to: its authority's, but whoever has it. */
  @Transactional(readOnly = true)
  public List<Person> listColleagues(Kept kept) {
    return accounts.listOf(kept.dataset().publisherId()).stream()
        .filter(person -> !person.equals(kept.keeper()))
        .toList();
  }

  @Transactional(readOnly = true)
  public List<Handover> listHandovers(UUID datasetId) {
    return rows.listHandovers(datasetId);
  }

  /**
   * Has another person of the authority look after a dataset; they are told, with its summary.
   *
   * @param revision of what was decided when the page was made
   * @param note to the one who takes over
   */
  @Transactional
  public Person handOver(Kept kept, Person by, UUID to, String note, int revision) {
    Dataset dataset = kept.dataset();
    Person next =
        accounts
            .find(to)
            .filter(person -> dataset.publisherId().equals(person.organizationId()))
            .orElseThrow(() -> new Rejected(UpkeepProblem.NO_SUCH_COLLEAGUE));
    if (!rows.keep(dataset.id(), to, revision)) {
      throw new Rejected(UpkeepProblem.CHANGED_MEANWHILE);
    }
    Person before = kept.keeper();
    String told = clean(note);
    Handover handover =
        new Handover(now(), before == null ? "" : before.name(), next.name(), by.name(), told);
    rows.insertHandover(dataset.id(), handover, to);
    trail.add(
        Trail.Line.of(dataset.id(), DatasetEvent.Kind.HANDED_OVER).because(next.name()),
        by.id(),
        handover.at());
    mails.handedOver(dataset, next, before, by, told);
    return next;
  }

  /**
   * Nobody is reminded before that day.
   *
   * @param until null to be reminded again
   */
  @Transactional
  public void hush(Kept kept, Person by, @Nullable LocalDate until, int revision) {
    LocalDate today = today();
    if (until != null
        && (!until.isAfter(today) || until.isAfter(today.plusYears(LONGEST_SILENCE_YEARS)))) {
      throw new Rejected(UpkeepProblem.NO_SUCH_DAY);
    }
    UUID id = kept.dataset().id();
    if (!rows.hush(id, until, revision)) {
      throw new Rejected(UpkeepProblem.CHANGED_MEANWHILE);
    }
    DatasetEvent.Kind what =
        until == null ? DatasetEvent.Kind.REMINDERS_RESUMED : DatasetEvent.Kind.REMINDERS_PAUSED;
    trail.add(
        Trail.Line.of(id, what).because(until == null ? "" : until.toString()), by.id(), now());
  }

  private List<Kept> kept(List<Dataset> found) {
    List<UUID> ids = found.stream().map(Dataset::id).toList();
    Map<UUID, Care> cares = rows.listCares(ids);
    Map<UUID, LastDeposit> last = deposits.listLast(ids);
    Map<UUID, DepositLine> underWay = deposits.listUnderWay(ids);
    People people = new People(accounts.listAll());
    return found.stream()
        .flatMap(
            dataset ->
                Stream.ofNullable(dataset.published())
                    .map(
                        version -> {
                          Care care = cares.getOrDefault(dataset.id(), Care.NONE);
                          LastDeposit from = last.get(dataset.id());
                          Person keeper =
                              people.keeper(
                                  care,
                                  from == null ? null : from.personId(),
                                  dataset.publisherId());
                          return new Kept(
                              dataset,
                              version,
                              care,
                              from,
                              underWay.get(dataset.id()),
                              keeper,
                              people.reminded(keeper, dataset.publisherId()));
                        }))
        .toList();
  }

  private static String clean(String note) {
    String text = note.replace("\u0000", "").strip();
    return text.substring(0, Math.min(text.length(), LONGEST_NOTE));
  }
}
