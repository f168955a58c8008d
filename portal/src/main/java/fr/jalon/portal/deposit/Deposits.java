package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.Departures;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.SandboxVersion;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deposits we keep, and what people do with them.
 *
 * <p>A person sees the deposits of their own organization; facilitators and administrators see all.
 * Anyone else is told that there is no such deposit. Each method is one transaction; those that
 * accept, undo or agree may be called twice with the same effect as once.
 */
@Service
public class Deposits {
  private static final int LONGEST_NAME = 255;

  private final DepositRows rows;
  private final ImportRows imports;
  private final DepositJobs jobs;
  private final Datasets datasets;
  private final Storage storage;
  private final Clock clock;

  Deposits(
      DepositRows rows,
      ImportRows imports,
      DepositJobs jobs,
      Datasets datasets,
      Storage storage,
      Clock clock) {
    this.rows = rows;
    this.imports = imports;
    this.jobs = jobs;
    this.datasets = datasets;
    this.storage = storage;
    this.clock = clock;
  }

  /** Keeps the file of a new dataset and has it read. */
  @Transactional
  public UUID receive(Person who, String name, InputStream content) throws IOException {
    return receive(who, null, name, content);
  }

  /**
   * Keeps the bytes under their hash and has them read.
   *
   * @param datasetId the dataset the file renews, null for a new one
   * @param name of the file as its owner gave it, only a label
   */
  @Transactional
  public UUID receive(Person who, @Nullable UUID datasetId, String name, InputStream content)
      throws IOException {
    if (who.organizationId() == null) {
      throw new Rejected(DepositProblem.NO_ORGANIZATION);
    }
    if (datasetId != null) {
      renewable(who, datasetId);
    }
    return receive(who.organizationId(), who.id(), datasetId, name, content);
  }

  /** A dataset this person may renew: one of their own organization's. */
  @Transactional(readOnly = true)
  public Dataset renewable(Person who, UUID datasetId) {
    return datasets
        .find(datasetId)
        .filter(dataset -> dataset.publisherId().equals(who.organizationId()))
        .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_DATASET));
  }

  private UUID receive(
      UUID organizationId,
      UUID personId,
      @Nullable UUID datasetId,
      String name,
      InputStream content)
      throws IOException {
    UUID id = UUID.randomUUID();
    insert(id, organizationId, personId, datasetId, name, storage.put(content));
    return id;
  }

  /** Begins the deposit of a file that came from an address of the web. */
  @Transactional
  void arrived(Import from, String name, StoredFile file, String fileAddress) {
    insert(from.id(), from.organizationId(), from.personId(), from.datasetId(), name, file);
    imports.arrived(from.id(), fileAddress, now());
  }

  private void insert(
      UUID id,
      UUID organizationId,
      UUID personId,
      @Nullable UUID datasetId,
      String name,
      StoredFile file) {
    Instant now = now();
    rows.insert(
        new Deposit(
            id,
            organizationId,
            personId,
            label(name),
            file.size(),
            file.sha256(),
            Step.READING,
            0,
            personId,
            new JobState(null, null, 0, false),
            ReadOptions.NONE,
            datasetId == null ? null : rows.findSchemaOfRecipe(datasetId).orElse(null),
            null,
            List.of(),
            null,
            null,
            datasetId,
            null,
            now,
            now,
            null));
    jobs.start(id, Job.INSPECT);
  }

  @Transactional(readOnly = true)
  public Deposit get(UUID id, Person who) {
    return rows.find(id).filter(deposit -> isSeenBy(deposit, who)).orElseThrow(Deposits::none);
  }

  /** How far the work is; cheap enough to be asked often. */
  JobState job(UUID id) {
    return rows.findJob(id).orElseThrow(Deposits::none);
  }

  /** How far the work is, for someone who may see the deposit. */
  @Transactional(readOnly = true)
  public JobState job(UUID id, Person who) {
    UUID organization = rows.findOrganization(id).orElseThrow(Deposits::none);
    if (!seesAll(who) && !organization.equals(who.organizationId())) {
      throw none();
    }
    return job(id);
  }

  /** What this person may see, last saved first, at most 200. */
  @Transactional(readOnly = true)
  public List<DepositLine> listFor(Person who) {
    if (seesAll(who)) {
      return rows.list(null);
    }
    return who.organizationId() == null ? List.of() : rows.list(who.organizationId());
  }

  /** The visas given to what is now in the sandbox. */
  @Transactional(readOnly = true)
  public List<Visa> visas(Deposit deposit) {
    return deposit.versionId() == null ? List.of() : rows.visas(deposit.id(), deposit.versionId());
  }

  /** The corrections accepted on an earlier reading that do not go with this one. */
  @Transactional(readOnly = true)
  public List<Proposal> setApart(Deposit deposit) {
    return rows.listSetApart(deposit.id());
  }

  /** The correction accepted at which the work stopped, empty when none is known to be at fault. */
  @Transactional(readOnly = true)
  public Optional<Proposal> failedStep(Deposit deposit) {
    return rows.findFailedStep(deposit.id())
        .flatMap(
            id ->
                deposit.accepted().stream()
                    .filter(step -> step.id().equals(id) || step.formerIds().contains(id))
                    .findFirst());
  }

  /** Has the file read again, as the person says it is. */
  @Transactional
  public void reread(UUID id, Person who, ReadOptions reading, @Nullable String schema) {
    change(id, who, deposit -> deposit.with(Step.READING).withReading(reading, schema));
    jobs.start(id, Job.INSPECT);
  }

  /** Does again what the machine failed to do. */
  @Transactional
  public void retry(UUID id, Person who) {
    Deposit deposit = open(id, who);
    if (!deposit.job().running()) {
      // One comes back to the reading to have the file read again, and goes on to have it repaired.
      jobs.start(id, deposit.step() == Step.READING ? Job.INSPECT : Job.REPAIR);
    }
  }

  /** The person agrees with what was read. With nothing to put right, the next step is skipped. */
  @Transactional
  public Deposit confirmReading(UUID id, Person who) {
    Deposit deposit = open(id, who);
    deposit.inspected();
    boolean clean = deposit.clean();
    Step next = deposit.step().atLeast(clean ? Step.DESCRIPTION : Step.REPAIRS);
    Deposit confirmed = change(id, who, one -> one.with(next));
    if (clean) {
      jobs.startIfNeeded(confirmed);
    }
    return confirmed;
  }

  /** Accepts one mend proposed for this file, as it is now. */
  @Transactional
  public void accept(UUID id, Person who, String mendId) {
    change(id, who, deposit -> accepting(deposit, List.of(proposed(deposit, mendId))));
  }

  /**
   * Accepts one mend as the page showed it. Accepted already, by whomever, it stays so.
   *
   * @param seen its {@link Fingerprint}
   */
  @Transactional
  void accept(UUID id, Person who, String mendId, String seen) {
    change(
        id,
        who,
        deposit -> {
          Proposal proposal = proposed(deposit, mendId);
          if (!Fingerprint.of(proposal).equals(seen)) {
            throw new Rejected(DepositProblem.MEND_CHANGED);
          }
          return accepting(deposit, List.of(proposal));
        });
  }

  /** Accepts every mend that can lose nothing, as it is now. */
  @Transactional
  public void acceptCertain(UUID id, Person who) {
    change(id, who, deposit -> accepting(deposit, deposit.certain()));
  }

  /**
   * Accepts the certain mends that the page showed: all of them or none.
   *
   * @param seen their {@link Fingerprint}s
   */
  @Transactional
  void acceptCertain(UUID id, Person who, List<String> seen) {
    change(
        id,
        who,
        deposit -> {
          List<Proposal> all =
              deposit.proposals().stream()
                  .filter(Proposal::certain)
                  .filter(one -> seen.contains(Fingerprint.of(one)))
                  .toList();
          if (all.size() < Set.copyOf(seen).size()) {
            throw new Rejected(DepositProblem.MEND_CHANGED);
          }
          return accepting(deposit, all);
        });
  }

  private static Proposal proposed(Deposit deposit, String mendId) {
    return deposit.proposals().stream()
        .filter(one -> one.id().equals(mendId))
        .findFirst()
        .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_MEND));
  }

  /** With these too: all of them, or none when one contradicts another. */
  private static Deposit accepting(Deposit deposit, List<Proposal> more) {
    Deposit with = deposit;
    for (Proposal one : more) {
      if (with.excluding(one) != null) {
        throw new Rejected(DepositProblem.MEND_EXCLUDED);
      }
      with = with.withAccepted(added(with.accepted(), List.of(one)));
    }
    return with;
  }

  /** Takes back a mend accepted, whenever it was. */
  @Transactional
  public void undo(UUID id, Person who, String mendId) {
    change(
        id,
        who,
        deposit -> {
          deposit.inspected();
          return deposit.withAccepted(
              deposit.accepted().stream().filter(one -> !one.id().equals(mendId)).toList());
        });
  }

  /** Writes values into cells one by one, each in the place of an earlier edit of that cell. */
  @Transactional
  public void editCells(UUID id, Person who, List<Proposal> edits) {
    List<String> ids = edits.stream().map(Proposal::id).toList();
    change(
        id,
        who,
        deposit -> {
          deposit.inspected();
          List<Proposal> kept =
              deposit.accepted().stream().filter(one -> !ids.contains(one.id())).toList();
          return accepting(deposit.withAccepted(kept), edits);
        });
  }

  /**
   * Replays the mends of a recipe: the file is read again, for only then is it known which cells
   * still hold what they held.
   */
  @Transactional
  void replay(UUID id, Person who, List<Proposal> recipe) {
    open(id, who).inspected();
    change(id, who, one -> one.withReading(one.reading(), one.schema()));
    rows.askReplay(id, CellEdit.apart(recipe));
    jobs.start(id, Job.INSPECT);
  }

  /** Applies what was accepted, on the way to the description. */
  @Transactional
  public void applyMends(UUID id, Person who) {
    open(id, who).inspected();
    Deposit deposit = change(id, who, one -> one.with(one.step().atLeast(Step.DESCRIPTION)));
    jobs.startIfNeeded(deposit);
  }

  /**
   * Keeps what the person wrote.
   *
   * @param revision of the deposit their form showed; {@link DepositProblem#CHANGED_MEANWHILE} when
   *     a colleague described it since
   */
  @Transactional
  public Deposit describe(UUID id, Person who, int revision, Draft draft) {
    Deposit before = open(id, who);
    boolean colleague = before.revision() != revision && !before.savedBy().equals(who.id());
    if (colleague && before.draft() != null && !before.draft().equals(draft)) {
      throw new Rejected(DepositProblem.CHANGED_MEANWHILE);
    }
    return change(id, who, deposit -> deposit.withDraft(draft));
  }

  /** Puts the repaired table and its description in the sandbox; nothing new when it is there. */
  @Transactional
  public Dataset putInSandbox(UUID id, Person who) {
    Deposit deposit = open(id, who);
    if (deposit.versionId() != null && deposit.datasetId() != null) {
      return datasets.get(deposit.datasetId());
    }
    Dataset dataset = datasets.putInSandbox(sandboxVersion(deposit, who));
    UUID versionId = Objects.requireNonNull(dataset.sandbox(), "sandbox").id();
    change(id, who, one -> one.inSandbox(dataset.id(), versionId));
    rows.insertRecipe(dataset.id(), versionId, deposit, now());
    return dataset;
  }

  /** The person wants the version in the sandbox to become public. */
  @Transactional
  public void askPublication(UUID id, Person who) {
    Deposit deposit = open(id, who);
    if (deposit.versionId() == null) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    change(id, who, one -> one.with(Step.PUBLICATION));
  }

  /**
   * Gives the visa of this person's side; the second one publishes, in the same transaction.
   *
   * @param versionId the version they looked at
   */
  @Transactional
  public Deposit giveVisa(UUID id, Person who, UUID versionId) {
    Deposit deposit = rows.findForUpdate(id).orElseThrow(Deposits::none);
    if (!isSeenBy(deposit, who)) {
      throw none();
    }
    Visa.Side side = sideOf(who);
    if (side == null) {
      throw new Rejected(DepositProblem.NOT_YOUR_VISA);
    }
    UUID datasetId = deposit.datasetId();
    if (deposit.published() || datasetId == null) {
      return deposit;
    }
    if (!versionId.equals(deposit.versionId())) {
      throw new Rejected(DepositProblem.CHANGED_MEANWHILE);
    }
    if (!deposit.errors().isEmpty()) {
      throw new Rejected(DepositProblem.ERRORS_LEFT);
    }
    rows.insertVisa(id, versionId, new Visa(side, who.id(), who.name(), now()));
    if (rows.visas(id, versionId).size() == Visa.Side.values().length) {
      datasets.publish(datasetId, versionId, who.id());
      return change(id, who, one -> one.publishedAt(now()));
    }
    return deposit;
  }

  /** The side this person speaks for at a publication, null when they speak for none. */
  public static Visa.@Nullable Side sideOf(Person who) {
    return switch (who.role()) {
      case FOCAL_POINT -> Visa.Side.AUTHORITY;
      case FACILITATOR -> Visa.Side.FACILITATOR;
      case AGENT, ADMINISTRATOR -> null;
    };
  }

  private SandboxVersion sandboxVersion(Deposit deposit, Person who) {
    Outcome outcome = deposit.written();
    Draft draft = deposit.draft();
    if (draft == null) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    return new SandboxVersion(
        deposit.datasetId(),
        deposit.organizationId(),
        who.id(),
        draft.description(),
        ColumnDescription.of(outcome.export(), draft.columns()),
        outcome.distributions(),
        outcome.export().rows(),
        conformity(outcome.export()),
        Corrections.sentences(applied(deposit), Messages.FRENCH),
        Corrections.sentences(applied(deposit), Messages.ENGLISH));
  }

  /** What was accepted and could not be done is not told as done. */
  private static List<Proposal> applied(Deposit deposit) {
    Set<Proposal> leftOut = deposit.leftOut().keySet();
    return deposit.accepted().stream().filter(one -> !leftOut.contains(one)).toList();
  }

  private static @Nullable Conformity conformity(Export export) {
    if (export.after() == null || export.after().schema() == null) {
      return null;
    }
    SchemaMatch match = export.after().schema().chosen();
    if (match == null) {
      return null;
    }
    int problems = Departures.count(export.after().findings(), match);
    return new Conformity(match.schema(), match.version(), match.title(), problems);
  }

  private Deposit change(UUID id, Person who, UnaryOperator<Deposit> change) {
    Deposit before = open(id, who);
    Deposit changed = change.apply(before);
    rows.save(changed, who.id(), now());
    if (!changed.accepted().equals(before.accepted())) {
      rows.forgetRepair(id);
    }
    return rows.find(id).orElseThrow(Deposits::none);
  }

  /** The deposit for this transaction alone, when this person may still change it. */
  private Deposit open(UUID id, Person who) {
    Deposit deposit =
        rows.findForUpdate(id).filter(one -> isSeenBy(one, who)).orElseThrow(Deposits::none);
    if (deposit.published()) {
      throw new Rejected(DepositProblem.ALREADY_PUBLISHED);
    }
    return deposit;
  }

  private static boolean isSeenBy(Deposit deposit, Person who) {
    return seesAll(who) || deposit.organizationId().equals(who.organizationId());
  }

  private static boolean seesAll(Person who) {
    return who.role() == Role.FACILITATOR || who.role() == Role.ADMINISTRATOR;
  }

  private static List<Proposal> added(List<Proposal> accepted, List<Proposal> more) {
    List<Proposal> all = new ArrayList<>(accepted);
    for (Proposal step : more) {
      if (all.stream().noneMatch(one -> one.id().equals(step.id()))) {
        all.add(step);
      }
    }
    return all;
  }

  /** A name fit to be shown: no path, no control character, not too long. */
  private static String label(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    if (clean.isEmpty()) {
      return "fichier";
    }
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }

  private static Rejected none() {
    return new Rejected(DepositProblem.NO_SUCH_DEPOSIT);
  }

  /** PostgreSQL keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
