package fr.jalon.portal.deposit;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Erasures;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.web.FileNames;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deposits we keep: received, read, listed, deleted. What people do at the later steps is with
 * {@link Protections}, {@link DepositMends} and {@link Publications}.
 *
 * <p>Each method is one transaction; those that agree may be called twice with the same effect as
 * once.
 */
@Service
public class Deposits {
  private final DepositRows rows;
  private final ImportRows imports;
  private final DepositJobs jobs;
  private final Datasets datasets;
  private final Storage storage;
  private final Door door;
  private final Quota quota;
  private final History history;
  private final Erasures erasures;
  private final DepositTables tables;

  Deposits(
      DepositRows rows,
      ImportRows imports,
      DepositJobs jobs,
      Datasets datasets,
      Storage storage,
      Door door,
      Quota quota,
      History history,
      Erasures erasures,
      DepositTables tables) {
    this.tables = tables;
    this.rows = rows;
    this.imports = imports;
    this.jobs = jobs;
    this.datasets = datasets;
    this.storage = storage;
    this.door = door;
    this.quota = quota;
    this.history = history;
    this.erasures = erasures;
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
    quota.require(who.organizationId(), 0);
    UUID id = UUID.randomUUID();
    insert(id, who.organizationId(), who.id(), datasetId, name, storage.put(content));
    history.tell(id, who, Event.What.RECEIVED, FileNames.plain(name, "fichier"), door.now());
    return id;
  }

  /** A dataset this person may renew: one of their own organization's. */
  @Transactional(readOnly = true)
  public Dataset renewable(Person who, UUID datasetId) {
    return datasets
        .find(datasetId)
        .filter(dataset -> dataset.publisherId().equals(who.organizationId()))
        .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_DATASET));
  }

  /** Begins the deposit of a file that came from an address of the web. */
  @Transactional
  void arrived(Import from, String name, StoredFile file, String fileAddress) {
    UUID datasetId = from.datasetId();
    if (from.scheduled() && datasetId != null && isOfLast(datasetId, file)) {
      imports.unchanged(from.id(), fileAddress, door.now());
      return;
    }
    insert(from.id(), from.organizationId(), from.personId(), from.datasetId(), name, file);
    imports.arrived(from.id(), fileAddress, door.now());
  }

  private boolean isOfLast(UUID datasetId, StoredFile file) {
    LastDeposit last = rows.listLast(List.of(datasetId)).get(datasetId);
    return last != null && last.sha256().equals(file.sha256());
  }

  /** By dataset, the deposit that made what was published last of it. */
  @Transactional(readOnly = true)
  public Map<UUID, LastDeposit> listLast(Collection<UUID> datasetIds) {
    return rows.listLast(datasetIds);
  }

  /** By dataset, the deposit under way that would renew it; the one changed last of several. */
  @Transactional(readOnly = true)
  public Map<UUID, DepositLine> listUnderWay(Collection<UUID> datasetIds) {
    return rows.listUnderWay(datasetIds);
  }

  /** What was decided about people for the last version, in sentences without any value. */
  @Transactional(readOnly = true)
  public List<String> decisionsToReplay(UUID datasetId, Page page) {
    ProtectionViews views = new ProtectionViews(page);
    return rows.listDecisionsOfRecipe(datasetId).stream().map(views::sentence).toList();
  }

  private void insert(
      UUID id,
      UUID organizationId,
      UUID personId,
      @Nullable UUID datasetId,
      String name,
      StoredFile file) {
    quota.require(organizationId, file.size());
    rows.insert(
        id,
        organizationId,
        personId,
        new Deposit.ReceivedFile(
            FileNames.plain(name, "fichier"), file.size(), file.sha256(), null),
        datasetId,
        datasetId == null ? null : rows.findSchemaOfRecipe(datasetId).orElse(null),
        door.now());
    jobs.start(id, Job.INSPECT);
  }

  @Transactional(readOnly = true)
  public Deposit get(UUID id, Person who) {
    return door.see(id, who);
  }

  /** How far the work is; cheap enough to be asked often. */
  JobState job(UUID id) {
    return rows.findJob(id).orElseThrow(Door::none);
  }

  /** How far the work is, for someone who may see the deposit. */
  @Transactional(readOnly = true)
  public JobState job(UUID id, Person who) {
    DepositRows.Owner owner = rows.findOwner(id).orElseThrow(Door::none);
    if (!door.sees(owner, who)) {
      throw Door.none();
    }
    return job(id);
  }

  /** What this person may see, last saved first, at most 200. */
  @Transactional(readOnly = true)
  public List<DepositLine> listFor(Person who) {
    if (Door.seesAll(who)) {
      return rows.list(null, null);
    }
    return who.organizationId() == null
        ? List.of()
        : rows.list(who.organizationId(), who.role() == Role.TRAINEE ? who.id() : null);
  }

  /** Forgets all that these people practised on; their files go when nothing else uses them. */
  @Transactional
  public void forgetPractice(Collection<UUID> traineeIds) {
    List<String> files = datasets.forgetRehearsals(Organizations.PRACTICE, traineeIds);
    rows.deletePractice(traineeIds).forEach(erasures::ask);
    files.forEach(erasures::ask);
  }

  /** Of these, those to which somebody did something since they were received. */
  @Transactional(readOnly = true)
  public Set<UUID> listTouched(Collection<UUID> ids) {
    return history.listTouched(ids);
  }

  /** True when this person may see that deposit. */
  @Transactional(readOnly = true)
  public boolean isSeenBy(UUID id, Person who) {
    return rows.findOwner(id).filter(owner -> door.sees(owner, who)).isPresent();
  }

  /** Everything that happened to a deposit, the first thing first. */
  @Transactional(readOnly = true)
  public List<Event> history(UUID id, Person who) {
    door.see(id, who);
    return history.list(id);
  }

  /**
   * Has the file read again, as the person says it is.
   *
   * @param revision of the reading their page showed; {@link DepositProblem#READING_CHANGED} when
   *     another was asked since
   */
  @Transactional
  public void reread(
      UUID id, Person who, int revision, ReadOptions reading, @Nullable String schema) {
    sameReading(door.open(id, who), revision);
    rows.reread(id, reading, schema, who.id(), door.now());
    history.tell(id, who, Event.What.READ_AGAIN, "", door.now());
    jobs.start(id, Job.INSPECT);
  }

  /** Does again what the machine failed to do. */
  @Transactional
  public void retry(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    if (!deposit.job().running()) {
      // One comes back to the reading to have the file read again, and goes on to have it repaired.
      boolean toRead = deposit.step().compareTo(Step.REPAIRS) < 0 || deposit.protection().stale();
      jobs.start(id, toRead ? Job.INSPECT : Job.REPAIR);
    }
  }

  /**
   * The person agrees with what was read. What speaks of people comes next; with nothing to put
   * right either, the description.
   *
   * @param revision of the reading their page showed
   * @return the step that comes next
   */
  @Transactional
  public Step confirmReading(UUID id, Person who, int revision) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    sameReading(deposit, revision);
    boolean asks = !deposit.undecided().isEmpty();
    boolean clean = !asks && (deposit.clean() || isAsLastTime(deposit));
    Step next = asks ? Step.PROTECTION : clean ? Step.DESCRIPTION : Step.REPAIRS;
    rows.reach(id, deposit.step().atLeast(next), who.id(), door.now());
    history.tell(id, who, Event.What.READING_AGREED, "", door.now());
    if (clean) {
      jobs.startIfNeeded(deposit);
    }
    return next;
  }

  /**
   * True for a renewal in which nothing is left to settle that was not left as it was in the
   * version published last: whoever published it so is not asked again.
   */
  private boolean isAsLastTime(Deposit deposit) {
    UUID datasetId = deposit.datasetId();
    LastDeposit last = datasetId == null ? null : rows.listLast(List.of(datasetId)).get(datasetId);
    return last != null
        && rows.find(last.id())
            .filter(before -> before.inspection() != null && before.outcome() != null)
            .map(before -> before.leaves().containsAll(deposit.leaves()))
            .orElse(false);
  }

  /**
   * Forgets a deposit that nobody published; its file goes too when nothing else uses it.
   *
   * @return the name of its file
   */
  @Transactional
  public String delete(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    UUID dataset = deposit.datasetId();
    UUID version = deposit.versionId();
    if (dataset != null && version != null) {
      datasets.leaveSandbox(dataset, version).forEach(erasures::ask);
    }
    tables.forget(id);
    rows.delete(id);
    erasures.ask(deposit.sha256());
    return deposit.fileName();
  }

  private static void sameReading(Deposit deposit, int revision) {
    if (deposit.read().revision() != revision) {
      throw new Rejected(DepositProblem.READING_CHANGED);
    }
  }
}
