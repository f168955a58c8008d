package fr.jalon.portal.deposit;

import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.UdataScore;
import fr.jalon.portal.catalog.UpdateFrequency;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far deposits are, for rooms that only read. Nothing is kept: each answer is what holds when
 * one asks, so that what is undone is no longer told.
 */
@Service
public class Milestones {
  /**
   * Points of data.gouv.fr, out of nine, from which a description is told complete. What is
   * published once, without a rhythm, can have seven: two of the nine are for a rhythm and its
   * keeping.
   */
  public static final int ENOUGH_POINTS = 7;

  private final MilestoneRows rows;
  private final Describing describing;
  private final Clock clock;

  Milestones(MilestoneRows rows, Describing describing, Clock clock) {
    this.rows = rows;
    this.describing = describing;
    this.clock = clock;
  }

  /**
   * Of each dataset of an authority, the deposit it was published from last, else the one under
   * way; files that cannot be read are left out. Whoever calls checks who may see them.
   */
  @Transactional(readOnly = true)
  public List<DepositProgress> listOf(UUID organizationId) {
    List<Deposit> deposits = rows.listLast(organizationId);
    List<UUID> ids = deposits.stream().map(Deposit::id).toList();
    Map<UUID, Instant> visas = rows.listVisas(ids, Visa.Side.AUTHORITY);
    Map<UUID, Map<Event.What, Instant>> events = rows.listEvents(ids);
    return deposits.stream()
        .map(one -> progress(one, visas.get(one.id()), events.getOrDefault(one.id(), Map.of())))
        .toList();
  }

  /** All deposits of each dataset of an authority, those that a renewal followed too. */
  @Transactional(readOnly = true)
  public Map<UUID, Set<UUID>> listByDataset(UUID organizationId) {
    return rows.listByDataset(organizationId);
  }

  /** What these authorities began, the first first, by authority; one statement for all of them. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Begun>> listBegun(Collection<UUID> organizationIds) {
    return rows.listBegun(organizationIds).stream()
        .collect(Collectors.groupingBy(Begun::organizationId));
  }

  /**
   * What these authorities have under way, by authority; one statement for all of them.
   *
   * @param since what nobody touched since then is left out: it was given up
   * @param still what somebody touched since then is not looked into: nobody is stuck there yet
   */
  @Transactional(readOnly = true)
  public Map<UUID, List<UnderWay>> listUnderWay(
      Collection<UUID> organizationIds, Instant since, Instant still) {
    return rows.listUnderWay(organizationIds, since, still).stream()
        .collect(Collectors.groupingBy(UnderWay::organizationId));
  }

  /** The causes found in so many files of one of these authorities, the most frequent first. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Repeated>> listRepeated(
      Collection<UUID> organizationIds, Instant since, int files) {
    return rows.listRepeated(organizationIds, since, files).stream()
        .collect(Collectors.groupingBy(Repeated::organizationId));
  }

  private DepositProgress progress(
      Deposit one, @Nullable Instant visa, Map<Event.What, Instant> events) {
    Map<Milestone, Instant> past = new EnumMap<>(Milestone.class);
    for (Milestone milestone : Milestone.values()) {
      if (holds(one, milestone, visa != null)) {
        past.put(milestone, since(one, milestone, visa, events));
      }
    }
    Draft draft = one.draft();
    String title = draft == null || draft.title().isBlank() ? one.fileName() : draft.title();
    return new DepositProgress(one.id(), one.datasetId(), title, past);
  }

  private boolean holds(Deposit one, Milestone milestone, boolean visa) {
    // a version in the sandbox was made of what was agreed to before; handing back takes it away
    boolean rehearsed = one.versionId() != null;
    return switch (milestone) {
      case RECEIVED -> true;
      case MODEL_SETTLED -> rehearsed || isRead(one);
      case PEOPLE_DECIDED ->
          one.published()
              || isRead(one)
                  && !one.protection().stale()
                  && one.undecided().isEmpty()
                  && one.protection().unconfirmed().isEmpty();
      case MENDED -> rehearsed || isWritten(one) && one.open().isEmpty();
      case WITHOUT_ERROR -> one.published() || isWritten(one) && one.errors().isEmpty();
      case DESCRIBED -> one.published() || isTold(one) && points(one) >= ENOUGH_POINTS;
      case LICENSED -> isTold(one) && told(one).license() != null;
      case COLUMNS_EXPLAINED -> isTold(one) && isExplained(one);
      case RHYTHM_GIVEN -> isTold(one) && told(one).frequency() != UpdateFrequency.UNKNOWN;
      case IN_SANDBOX -> rehearsed;
      case AGREED_BY_AUTHORITY -> rehearsed && visa;
      case PUBLISHED -> one.published();
    };
  }

  private static Instant since(
      Deposit one, Milestone milestone, @Nullable Instant visa, Map<Event.What, Instant> events) {
    if (milestone == Milestone.AGREED_BY_AUTHORITY && visa != null) {
      return visa;
    }
    Instant published = one.placed().publishedAt();
    if (milestone == Milestone.PUBLISHED && published != null) {
      return published;
    }
    // deposits made before events were written have none
    return milestone.events().stream()
        .map(events::get)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(one.createdAt());
  }

  private static boolean isRead(Deposit one) {
    return one.step() != Step.READING
        && one.inspection() != null
        && !one.refused()
        && one.job().job() != Job.INSPECT;
  }

  private static boolean isWritten(Deposit one) {
    return isRead(one) && one.outcome() != null && !one.job().running();
  }

  /** The description as someone left it, of what was written. */
  private static boolean isTold(Deposit one) {
    return one.draft() != null && (one.published() || isWritten(one));
  }

  private static Draft told(Deposit one) {
    return Objects.requireNonNull(one.draft(), "draft");
  }

  private int points(Deposit one) {
    return UdataScore.of(describing.facts(told(one), one.written()), clock.instant()).points();
  }

  private static boolean isExplained(Deposit one) {
    return one.published()
        || ColumnDescription.of(one.written().export(), told(one).columns()).stream()
            .noneMatch(column -> column.description().isBlank());
  }
}
