package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.web.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One file received and its life until published. The file itself is in the store under {@code
 * sha256}, never modified.
 *
 * @param step the furthest one reached: where one lands when coming back
 * @param revision counts the changes made by people
 * @param savedBy who made the last change
 * @param reading what a person corrected in the reading
 * @param schema the schema the person chose, "none" for none, null to let the engine recognize
 * @param inspection null until the file was read
 * @param accepted the repairs to apply, in the order in which they were accepted
 * @param outcome what these repairs gave, null until they were applied
 * @param draft null until the depositor wrote something
 */
public record Deposit(
    UUID id,
    UUID organizationId,
    UUID personId,
    String fileName,
    long fileSize,
    String sha256,
    Step step,
    int revision,
    UUID savedBy,
    JobState job,
    ReadOptions reading,
    @Nullable String schema,
    @Nullable Inspection inspection,
    List<Proposal> accepted,
    @Nullable Outcome outcome,
    @Nullable Draft draft,
    @Nullable UUID datasetId,
    @Nullable UUID versionId,
    Instant createdAt,
    Instant savedAt,
    @Nullable Instant publishedAt) {
  public Deposit {
    accepted = List.copyOf(accepted);
  }

  public boolean published() {
    return publishedAt != null;
  }

  /** True when the file was looked at and cannot be read. */
  public boolean refused() {
    return inspection != null && inspection.refusal() != null;
  }

  /**
   * True when the work that failed is that on the corrections: the reading and the corrections can
   * still be seen and changed, which is the way out.
   */
  boolean canLookBack() {
    return step != Step.READING && inspection != null && inspection.refusal() == null;
  }

  /** Address of the page of a step. */
  public String href(Step at) {
    return "/depots/" + id + "/" + at.path();
  }

  /** What was read; asked too early or while it is read again, {@link DepositProblem#NOT_YET}. */
  Inspection inspected() {
    if (inspection == null || inspection.refusal() != null || job.job() == Job.INSPECT) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    return inspection;
  }

  /** What was written; asked too early, {@link DepositProblem#NOT_YET}. */
  Outcome written() {
    if (outcome == null) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    return outcome;
  }

  /**
   * The repairs proposed: those of the reading, then those that only the repaired table lets one
   * see, when they work on columns the file has.
   */
  List<Proposal> proposals() {
    List<Proposal> all = new ArrayList<>(inspected().proposals());
    Inspection after = outcome == null ? null : outcome.export().after();
    if (after == null) {
      return all;
    }
    Set<String> known = all.stream().map(Proposal::id).collect(Collectors.toSet());
    Reading reading = inspected().reading();
    Set<String> columns = reading == null ? Set.of() : new HashSet<>(reading.columns());
    for (Proposal step : after.proposals()) {
      // rows that look alike only once mended are not those that the file's own rows show
      boolean rows = step.mend() instanceof SetAsideRows;
      boolean fits = !rows && (step.column() == null || columns.contains(step.column()));
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
    return accepted.stream()
        .anyMatch(one -> one.id().equals(proposal.id()) || one.mend().equals(proposal.mend()));
  }

  /** The accepted mend that contradicts this one, null when none does. */
  @Nullable Proposal excluding(Proposal proposal) {
    return accepted.stream()
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
    if (outcome != null) {
      for (Export.LeftOut out : outcome.export().leftOut()) {
        accepted.stream()
            .filter(one -> one.id().equals(out.proposal()))
            .forEach(one -> left.put(one, out.why()));
      }
    }
    return left;
  }

  /** What was looked at last: the table once mended, else the file. */
  Inspection seen() {
    Inspection after = outcome == null ? null : outcome.export().after();
    return after == null ? inspected() : after;
  }

  /**
   * What is wrong and no mend, accepted or proposed, settles whole. Once the mends were applied it
   * is what the new look at the table says: what an applied mend was to settle and is still there
   * counts too.
   */
  List<Cause> unsettled() {
    boolean applied = seen() != inspection;
    Set<String> open = open().stream().map(Proposal::id).collect(Collectors.toSet());
    Set<String> taken = accepted.stream().map(Proposal::id).collect(Collectors.toSet());
    return seen().findings().stream()
        .filter(
            cause ->
                cause.left() > 0
                    || (applied && taken.contains(cause.mend()) && !open.contains(cause.mend())))
        .toList();
  }

  /** True when there is nothing to decide: no repair proposed, no problem but advice. */
  boolean clean() {
    return open().isEmpty()
        && unsettled().stream().allMatch(finding -> finding.severity() == Severity.ADVICE);
  }

  /** Errors that stop a publication. */
  List<Cause> errors() {
    List<Cause> left =
        outcome != null && outcome.export().after() != null
            ? outcome.export().after().findings()
            : inspected().findings();
    return left.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  /** At that step. */
  Deposit with(Step reached) {
    return new Deposit(
        id,
        organizationId,
        personId,
        fileName,
        fileSize,
        sha256,
        reached,
        revision,
        savedBy,
        job,
        reading,
        schema,
        inspection,
        accepted,
        outcome,
        draft,
        datasetId,
        versionId,
        createdAt,
        savedAt,
        publishedAt);
  }

  /** To be read that way: what was made of the earlier reading no longer holds. */
  Deposit withReading(ReadOptions options, @Nullable String chosen) {
    return new Deposit(
        id,
        organizationId,
        personId,
        fileName,
        fileSize,
        sha256,
        step,
        revision,
        savedBy,
        job,
        options,
        chosen,
        inspection,
        accepted,
        null,
        draft,
        datasetId,
        null,
        createdAt,
        savedAt,
        publishedAt);
  }

  /** With these repairs: what earlier ones gave no longer holds, unless they are the same. */
  Deposit withAccepted(List<Proposal> steps) {
    return new Deposit(
        id,
        organizationId,
        personId,
        fileName,
        fileSize,
        sha256,
        step,
        revision,
        savedBy,
        job,
        reading,
        schema,
        inspection,
        steps,
        steps.equals(accepted) ? outcome : null,
        draft,
        datasetId,
        steps.equals(accepted) ? versionId : null,
        createdAt,
        savedAt,
        publishedAt);
  }

  /** Described that way: a version that says something else is no longer the one to publish. */
  Deposit withDraft(Draft written) {
    return new Deposit(
        id,
        organizationId,
        personId,
        fileName,
        fileSize,
        sha256,
        step,
        revision,
        savedBy,
        job,
        reading,
        schema,
        inspection,
        accepted,
        outcome,
        written,
        datasetId,
        written.equals(draft) ? versionId : null,
        createdAt,
        savedAt,
        publishedAt);
  }

  /** With a version to look at in the sandbox. */
  Deposit inSandbox(UUID dataset, UUID version) {
    return new Deposit(
        id,
        organizationId,
        personId,
        fileName,
        fileSize,
        sha256,
        step.atLeast(Step.SANDBOX),
        revision,
        savedBy,
        job,
        reading,
        schema,
        inspection,
        accepted,
        outcome,
        draft,
        dataset,
        version,
        createdAt,
        savedAt,
        publishedAt);
  }

  /** Seen by all. */
  Deposit publishedAt(Instant when) {
    return new Deposit(
        id,
        organizationId,
        personId,
        fileName,
        fileSize,
        sha256,
        Step.PUBLICATION,
        revision,
        savedBy,
        job,
        reading,
        schema,
        inspection,
        accepted,
        outcome,
        draft,
        datasetId,
        versionId,
        createdAt,
        savedAt,
        when);
  }
}
