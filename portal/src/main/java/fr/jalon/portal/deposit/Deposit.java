package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file received and its life until published, split by step: each part has its own verbs, so
 * that what one person does at a step undoes nothing of what another does at the next. The file
 * itself is in the store, never modified.
 *
 * @param step the furthest one reached: where one lands when coming back
 */
public record Deposit(
    UUID id,
    UUID organizationId,
    UUID personId,
    ReceivedFile file,
    Step step,
    JobState job,
    FileReading read,
    Protection protection,
    Mended mended,
    Described described,
    Renewal renewal,
    Placed placed,
    Instant createdAt,
    Saved saved) {

  /**
   * The file as it came.
   *
   * @param name as its owner gave it, only a label
   * @param size in bytes
   * @param sha256 of its bytes, which the store keeps under it
   * @param erasedAt when its bytes were erased, null while they are kept
   */
  public record ReceivedFile(String name, long size, String sha256, @Nullable Instant erasedAt) {}

  /**
   * How the file is read.
   *
   * @param options what a person corrected in the reading
   * @param schema the schema the person chose, "none" for none, null to let the engine recognize
   * @param inspection null until the file was read
   * @param revision counts the readings that people asked for
   */
  public record FileReading(
      ReadOptions options,
      @Nullable String schema,
      @Nullable Inspection inspection,
      int revision) {}

  /**
   * What was decided of the data that speak of people.
   *
   * @param decisions one for each thing seen
   * @param stale true when the reading at hand was made before the last decision
   */
  public record Protection(List<Decision> decisions, boolean stale) {
    public Protection {
      decisions = List.copyOf(decisions);
    }

    Optional<Decision> find(String subject) {
      return decisions.stream().filter(one -> one.subject().equals(subject)).findFirst();
    }

    /** The mends that protect people, applied before anything else. */
    List<Proposal> mends() {
      return decisions.stream().flatMap(one -> Stream.ofNullable(one.mend())).toList();
    }

    /** What is published as it is, for a legal reason. */
    Set<String> kept() {
      return decisions.stream()
          .filter(one -> one.reason() != null)
          .map(Decision::subject)
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Kept, and no second person agreed yet. */
    List<Decision> unconfirmed() {
      return decisions.stream()
          .filter(one -> one.reason() != null && one.confirmation() == null)
          .toList();
    }
  }

  /**
   * @param accepted the mends to apply, in the order in which they were accepted
   * @param outcome what these mends gave, null until they were applied
   */
  public record Mended(List<Proposal> accepted, @Nullable Outcome outcome) {
    public Mended {
      accepted = List.copyOf(accepted);
    }
  }

  /**
   * @param draft null until the depositor wrote something
   * @param revision counts the descriptions written: a form made from an earlier one is seen
   */
  public record Described(@Nullable Draft draft, int revision) {}

  /**
   * What the file does to the rows that are published.
   *
   * @param key the columns that tell rows apart, as a person chose them; none to let Jalon choose
   * @param agreed {@link Alarms#fingerprint} of the alarms someone agreed to, "" for none
   */
  public record Renewal(Update how, List<String> key, String agreed) {
    public static final Renewal NONE = new Renewal(Update.REPLACE, List.of(), "");

    public Renewal {
      key = List.copyOf(key);
    }
  }

  /**
   * Where it stands in the catalog.
   *
   * @param datasetId the dataset it renews or became
   * @param versionId the version in the sandbox, then published
   * @param askedAt when its publication was asked
   */
  public record Placed(
      @Nullable UUID datasetId,
      @Nullable UUID versionId,
      @Nullable Instant askedAt,
      @Nullable Instant publishedAt) {}

  /**
   * The last change made by a person.
   *
   * @param revision counts them
   */
  public record Saved(UUID by, Instant at, int revision) {}

  /**
   * True when it is practised on in a workshop: it never becomes public, and is counted nowhere.
   */
  public boolean isPractice() {
    return organizationId.equals(Organizations.PRACTICE);
  }

  /**
   * The first thing left to settle at a step: the card one reads first, and its cells. Of other
   * steps, the step alone.
   */
  public Place next(Step at) {
    if (inspection() == null || refused() || job.running()) {
      return new Place(id, at, "", List.of());
    }
    return switch (at) {
      case PROTECTION ->
          undecided().stream()
              .findFirst()
              .map(one -> place(at, one.cause()))
              .orElseGet(() -> new Place(id, at, "", List.of()));
      case REPAIRS -> nextRepair(at);
      case READING, DESCRIPTION, CHECK, SANDBOX, PUBLICATION -> new Place(id, at, "", List.of());
    };
  }

  private Place nextRepair(Step at) {
    Set<String> open = open().stream().map(Proposal::id).collect(Collectors.toSet());
    return inspected().findings().stream()
        .filter(cause -> open.contains(cause.mend()))
        .findFirst()
        .or(
            () ->
                unsettled().stream()
                    .filter(cause -> cause.severity() != Severity.ADVICE)
                    .findFirst())
        .map(cause -> place(at, cause))
        .orElseGet(() -> new Place(id, at, "", List.of()));
  }

  private Place place(Step at, Cause cause) {
    return new Place(
        id, at, cause.code(), cause.samples().stream().map(Cause.Sample::address).toList());
  }

  public String fileName() {
    return file.name();
  }

  public long fileSize() {
    return file.size();
  }

  public String sha256() {
    return file.sha256();
  }

  public ReadOptions reading() {
    return read.options();
  }

  public @Nullable String schema() {
    return read.schema();
  }

  public @Nullable Inspection inspection() {
    return read.inspection();
  }

  public List<Proposal> accepted() {
    return mended.accepted();
  }

  public @Nullable Outcome outcome() {
    return mended.outcome();
  }

  public @Nullable Draft draft() {
    return described.draft();
  }

  public @Nullable UUID datasetId() {
    return placed.datasetId();
  }

  public @Nullable UUID versionId() {
    return placed.versionId();
  }

  public Instant savedAt() {
    return saved.at();
  }

  public boolean published() {
    return placed.publishedAt() != null;
  }

  /** True when the file was looked at and cannot be read. */
  public boolean refused() {
    return inspection() != null && inspection().refusal() != null;
  }

  /**
   * True when the work that failed is that on the corrections: the reading and the corrections can
   * still be seen and changed, which is the way out.
   */
  boolean canLookBack() {
    return step != Step.READING && inspection() != null && inspection().refusal() == null;
  }

  /** Address of the page of a step. */
  public String href(Step at) {
    return "/depots/" + id + "/" + at.path();
  }

  /** What was read; asked too early or while it is read again, {@link DepositProblem#NOT_YET}. */
  Inspection inspected() {
    if (inspection() == null || inspection().refusal() != null || job.job() == Job.INSPECT) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    return inspection();
  }

  /** What was written; asked too early, {@link DepositProblem#NOT_YET}. */
  Outcome written() {
    if (outcome() == null) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    return outcome();
  }

  /**
   * The repairs proposed: those of the reading, then those that only the repaired table lets one
   * see, when they work on columns the file has.
   */
  List<Proposal> proposals() {
    List<Proposal> all =
        new ArrayList<>(
            inspected().proposals().stream().filter(one -> !Sighting.isChoice(one)).toList());
    Inspection after = outcome() == null ? null : outcome().export().after();
    if (after == null) {
      return all;
    }
    Set<String> known = all.stream().map(Proposal::id).collect(Collectors.toSet());
    Reading reading = inspected().reading();
    Set<String> columns = reading == null ? Set.of() : new HashSet<>(reading.columns());
    for (Proposal step : after.proposals()) {
      // rows that look alike only once mended are not those that the file's own rows show
      boolean rows = step.mend() instanceof SetAsideRows;
      boolean fits =
          !rows
              && !Sighting.isChoice(step)
              && (step.column() == null || columns.contains(step.column()));
      if (fits && known.add(step.id())) {
        all.add(step);
      }
    }
    return all;
  }

  /** Mends proposed, not accepted, and that no accepted one contradicts. */
  List<Proposal> open() {
    return proposals().stream().filter(one -> !isAccepted(one) && excluding(one) == null).toList();
  }

  /** Mends proposed that cannot be accepted beside those that are. */
  List<Proposal> excluded() {
    return proposals().stream().filter(one -> !isAccepted(one) && excluding(one) != null).toList();
  }

  private boolean isAccepted(Proposal proposal) {
    return accepted().stream()
        .anyMatch(one -> one.id().equals(proposal.id()) || one.mend().equals(proposal.mend()));
  }

  /** The accepted mend that contradicts this one, null when none does. */
  @Nullable Proposal excluding(Proposal proposal) {
    return accepted().stream()
        .filter(one -> !one.id().equals(proposal.id()))
        .filter(one -> Mending.exclusion(one.mend(), proposal.mend()) != null)
        .findFirst()
        .orElse(null);
  }

  /** Open mends that can lose nothing and go together: of two that contradict, neither. */
  List<Proposal> certain() {
    List<Proposal> all = open().stream().filter(Proposal::certain).toList();
    return all.stream()
        .filter(
            one ->
                all.stream().allMatch(other -> Mending.exclusion(one.mend(), other.mend()) == null))
        .toList();
  }

  /** Accepted mends that could not be applied, each with why; empty before they were. */
  Map<Proposal, Misfit> leftOut() {
    Map<Proposal, Misfit> left = new LinkedHashMap<>();
    if (outcome() != null) {
      for (Export.LeftOut out : outcome().export().leftOut()) {
        accepted().stream()
            .filter(one -> one.id().equals(out.proposal()))
            .forEach(one -> left.put(one, out.why()));
      }
    }
    return left;
  }

  /** Accepted mends that were applied: what could not be done is not told as done. */
  List<Proposal> applied() {
    Set<Proposal> leftOut = leftOut().keySet();
    return accepted().stream().filter(one -> !leftOut.contains(one)).toList();
  }

  /** What was looked at last: the table once mended, else the file. */
  Inspection seen() {
    Inspection after = outcome() == null ? null : outcome().export().after();
    return after == null ? inspected() : after;
  }

  /**
   * What is wrong and no mend, accepted or proposed, settles whole. Once the mends were applied it
   * is what the new look at the table says: what an applied mend was to settle and is still there
   * counts too.
   */
  List<Cause> unsettled() {
    boolean applied = seen() != inspection();
    Set<String> open = open().stream().map(Proposal::id).collect(Collectors.toSet());
    Set<String> taken = accepted().stream().map(Proposal::id).collect(Collectors.toSet());
    return seen().findings().stream()
        .filter(cause -> !Sighting.speaksOfPeople(cause))
        .filter(
            cause ->
                cause.left() > 0
                    || (applied && taken.contains(cause.mend()) && !open.contains(cause.mend())))
        .toList();
  }

  /** What speaks of people, as the last look at the file or at the mended table saw it. */
  List<Sighting> sightings() {
    return Sighting.of(seen());
  }

  /** What speaks of people and nobody decided about: nothing can be published meanwhile. */
  List<Sighting> undecided() {
    return sightings().stream().filter(one -> protection.find(one.subject()).isEmpty()).toList();
  }

  /** True when there is something to decide, or was: the step of protection has its page. */
  boolean speaksOfPeople() {
    return !protection.decisions().isEmpty()
        || inspection() != null && !Sighting.of(inspection()).isEmpty()
        || outcome() != null && !sightings().isEmpty();
  }

  /** True when there is nothing to decide: no repair proposed, no problem but advice. */
  boolean clean() {
    return open().isEmpty()
        && unsettled().stream().allMatch(finding -> finding.severity() == Severity.ADVICE);
  }

  /**
   * What is left to settle: mends proposed and not accepted, causes that stay, each by its rule and
   * its column.
   */
  Set<String> leaves() {
    Set<String> left = new HashSet<>();
    open().forEach(one -> left.add(one.rule() + ":" + Objects.toString(one.column(), "")));
    unsettled().stream()
        .filter(cause -> cause.severity() != Severity.ADVICE)
        .forEach(cause -> left.add(cause.code() + ":" + Objects.toString(cause.column(), "")));
    return left;
  }

  /** Errors that stop a publication. */
  List<Cause> errors() {
    List<Cause> left =
        outcome() != null && outcome().export().after() != null
            ? outcome().export().after().findings()
            : inspected().findings();
    return left.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }
}
