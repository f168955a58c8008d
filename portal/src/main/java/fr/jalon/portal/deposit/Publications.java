package fr.jalon.portal.deposit;

import fr.jalon.engine.Alarm;
import fr.jalon.engine.Export;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.rule.Departures;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.SandboxVersion;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From the description to the page that all see: described, rehearsed in the sandbox, agreed to by
 * two people, or handed back.
 *
 * <p>Each method is one transaction; those that ask or agree may be called twice with the same
 * effect as once.
 */
@Service
public class Publications {
  private static final int LONGEST_NOTE = 2_000;
  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,8}");

  private final DepositRows rows;
  private final DepositJobs jobs;
  private final Datasets datasets;
  private final Door door;
  private final History history;
  private final DepositMails mails;
  private final DepositTables tables;

  Publications(
      DepositRows rows,
      DepositJobs jobs,
      Datasets datasets,
      Door door,
      History history,
      DepositMails mails,
      DepositTables tables) {
    this.tables = tables;
    this.rows = rows;
    this.jobs = jobs;
    this.datasets = datasets;
    this.door = door;
    this.history = history;
    this.mails = mails;
  }

  /** The visas given to what is now in the sandbox. */
  @Transactional(readOnly = true)
  public List<Visa> visas(Deposit deposit) {
    return deposit.versionId() == null ? List.of() : rows.visas(deposit.id(), deposit.versionId());
  }

  /** What waits for a visa of this person, the oldest first; empty for who gives none. */
  @Transactional(readOnly = true)
  public List<Awaited> awaiting(Person who) {
    Visa.Side side = sideOf(who);
    if (side == null) {
      return List.of();
    }
    return rows.awaiting(side, Door.seesAll(who) ? null : who.organizationId(), who.id());
  }

  /** What was asked to be changed and is not yet, the last first. */
  @Transactional(readOnly = true)
  public List<RequestForChange> requests(Deposit deposit) {
    return rows.listRequests(deposit.id());
  }

  /**
   * Keeps what the person wrote.
   *
   * @param revision of the description their form showed; {@link DepositProblem#CHANGED_MEANWHILE}
   *     when another was written since, by whomever and in whichever tab
   */
  @Transactional
  public Deposit describe(UUID id, Person who, int revision, Draft draft) {
    Deposit before = door.open(id, who);
    if (draft.equals(before.draft())) {
      return before;
    }
    if (before.described().revision() != revision) {
      throw new Rejected(DepositProblem.CHANGED_MEANWHILE);
    }
    rows.describe(id, draft, who.id(), door.now());
    history.tell(id, who, Event.What.DESCRIBED, draft.title(), door.now());
    if (!draft.peopleAgreed().isEmpty()) {
      history.tell(id, who, Event.What.PEOPLE_IN_WORDS, "", door.now());
    }
    return door.see(id, who);
  }

  /**
   * Chooses what the file does to the rows that are published; it is written again.
   *
   * @param revision of the deposit that the page showed
   * @param key columns that tell rows apart: one of the keys found, or none
   */
  @Transactional
  public void renew(UUID id, Person who, int revision, Update how, List<String> key) {
    Deposit deposit = door.open(id, who);
    Compared compared = deposit.written().compared();
    sameRevision(deposit, revision);
    boolean known =
        compared != null
            && compared.keys().stream().anyMatch(candidate -> candidate.columns().equals(key));
    if (!key.isEmpty() && !known || key.isEmpty() && how == Update.BY_KEY) {
      throw new Rejected(DepositProblem.NO_SUCH_KEY);
    }
    if (how != deposit.renewal().how() || !key.equals(deposit.renewal().key())) {
      rows.renew(id, how, key, who.id(), door.now());
      history.tell(id, who, Event.What.UPDATE_CHOSEN, how.code(), door.now());
      jobs.start(id, Job.REPAIR);
    }
  }

  /** True when what is published is no longer what this deposit was compared with. */
  @Transactional(readOnly = true)
  public boolean isOutdated(Deposit deposit) {
    Version published = published(deposit);
    Compared compared = deposit.outcome() == null ? null : deposit.outcome().compared();
    return !deposit.published()
        && deposit.outcome() != null
        && published != null
        && (compared == null || !compared.versionId().equals(published.id()));
  }

  /** Writes and compares again what was compared with an earlier version. */
  @Transactional
  public void writeAgain(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    if (isOutdated(deposit)) {
      rows.writeAgain(id);
      jobs.start(id, Job.REPAIR);
    }
  }

  /** What all see now of the dataset a deposit renews, null when there is nothing yet. */
  @Nullable Version published(Deposit deposit) {
    UUID datasetId = deposit.datasetId();
    return datasetId == null ? null : datasets.find(datasetId).map(Dataset::published).orElse(null);
  }

  /** What must be agreed to before it goes on. */
  List<Alarm> alarms(Deposit deposit) {
    return Alarms.of(deposit, published(deposit));
  }

  /** The description is whole: what comes next is to check everything. */
  @Transactional
  public void toCheck(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    deposit.written();
    rows.reach(id, deposit.step().atLeast(Step.CHECK), who.id(), door.now());
  }

  /**
   * Puts the repaired table and its description in the sandbox; nothing new when it is there.
   *
   * @param revision of the deposit that the page showed; {@link DepositProblem#CHECK_AGAIN} when
   *     anything changed since
   * @param shown the description the page showed: what people wrote over what is proposed
   * @param agreed {@link Alarms#fingerprint} of the alarms the person agreed to, "" for none
   */
  @Transactional
  public Dataset putInSandbox(UUID id, Person who, int revision, Draft shown, String agreed) {
    Deposit deposit = door.open(id, who);
    deposit.written();
    if (deposit.versionId() != null && deposit.datasetId() != null) {
      return datasets.get(deposit.datasetId());
    }
    sameRevision(deposit, revision);
    allDecided(deposit);
    String alarms = Alarms.fingerprint(alarms(deposit));
    if (!alarms.equals(agreed) && !alarms.equals(deposit.renewal().agreed())) {
      throw new Rejected(DepositProblem.NOT_AGREED);
    }
    if (!alarms.isEmpty() && !alarms.equals(deposit.renewal().agreed())) {
      rows.agree(id, alarms, who.id(), door.now());
      history.tell(id, who, Event.What.ALARMS_AGREED, "", door.now());
    }
    if (!shown.isWhole()) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    if (!shown.equals(deposit.draft())) {
      rows.describe(id, shown, who.id(), door.now());
    }
    Dataset dataset = datasets.putInSandbox(sandboxVersion(deposit, shown, who));
    UUID versionId = Objects.requireNonNull(dataset.sandbox(), "sandbox").id();
    Step step = deposit.step().atLeast(Step.SANDBOX);
    rows.putInSandbox(id, step, dataset.id(), versionId, who.id(), door.now());
    rows.insertRecipe(dataset.id(), versionId, deposit, door.now());
    history.tell(id, who, Event.What.PUT_IN_SANDBOX, "", door.now());
    return dataset;
  }

  /**
   * The person wants the version in the sandbox to become public: whoever must agree is told.
   *
   * @param versionId the version they looked at
   */
  @Transactional
  public void askPublication(UUID id, Person who, UUID versionId) {
    Deposit deposit = door.open(id, who);
    if (deposit.isPractice()) {
      throw new Rejected(DepositProblem.ONLY_PRACTICE);
    }
    sameVersion(deposit, versionId);
    if (deposit.placed().askedAt() == null) {
      rows.ask(id, who.id(), door.now());
      rows.doneWithRequests(id, door.now());
      history.tell(id, who, Event.What.PUBLICATION_ASKED, "", door.now());
      mails.visaAwaited(deposit, Visa.Side.AUTHORITY, who);
    }
  }

  /**
   * Gives the visa of this person's side; the second one publishes, in the same transaction.
   *
   * @param versionId the version they looked at
   */
  @Transactional
  public Deposit giveVisa(UUID id, Person who, UUID versionId) {
    Deposit deposit = door.hold(id, who);
    Visa.Side side = sideOf(who);
    if (side == null) {
      throw new Rejected(DepositProblem.NOT_YOUR_VISA);
    }
    UUID datasetId = deposit.datasetId();
    if (deposit.published() || datasetId == null) {
      return deposit;
    }
    if (deposit.isPractice()) {
      throw new Rejected(DepositProblem.ONLY_PRACTICE);
    }
    sameVersion(deposit, versionId);
    if (deposit.placed().askedAt() == null) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    if (!deposit.errors().isEmpty()) {
      throw new Rejected(DepositProblem.ERRORS_LEFT);
    }
    allDecided(deposit);
    if (isOutdated(deposit)) {
      throw new Rejected(DepositProblem.PUBLISHED_MEANWHILE);
    }
    if (!Alarms.fingerprint(alarms(deposit)).equals(deposit.renewal().agreed())) {
      throw new Rejected(DepositProblem.NOT_AGREED);
    }
    if (!deposit.protection().unconfirmed().isEmpty()) {
      throw new Rejected(DepositProblem.UNCONFIRMED);
    }
    List<Visa> given = rows.visas(id, versionId);
    if (given.stream().anyMatch(visa -> visa.side() != side && visa.personId().equals(who.id()))) {
      throw new Rejected(DepositProblem.BOTH_VISAS);
    }
    if (given.stream().noneMatch(visa -> visa.side() == side)) {
      rows.insertVisa(id, versionId, new Visa(side, who.id(), who.name(), door.now()));
      history.tell(id, who, Event.What.VISA_GIVEN, side.name(), door.now());
      if (given.isEmpty() && side == Visa.Side.AUTHORITY) {
        mails.visaAwaited(deposit, Visa.Side.FACILITATOR, who);
      }
    }
    if (rows.visas(id, versionId).size() == Visa.Side.values().length) {
      datasets.publish(datasetId, versionId, who.id());
      rows.publish(id, who.id(), door.now());
      tables.forget(id);
      history.tell(id, who, Event.What.PUBLISHED, "", door.now());
      mails.published(deposit, who);
      return door.see(id, who);
    }
    return deposit;
  }

  /**
   * Asks the depositor to take it back: the visas given fall, the depositor is told and lands on
   * the step.
   *
   * @param cell address of the cell it is about, "" for the whole step
   */
  @Transactional
  public void handBack(UUID id, Person who, UUID versionId, Step step, String cell, String note) {
    Deposit deposit = door.open(id, who);
    if (sideOf(who) == null) {
      throw new Rejected(DepositProblem.NOT_YOUR_VISA);
    }
    sameVersion(deposit, versionId);
    String text = note.replace("\u0000", "").strip();
    if (text.isEmpty()) {
      throw new Rejected(DepositProblem.NOTE_MISSING);
    }
    RequestForChange request =
        new RequestForChange(
            UUID.randomUUID(),
            step,
            CELL.matcher(cell).matches() ? cell : null,
            text.substring(0, Math.min(text.length(), LONGEST_NOTE)),
            who.name(),
            door.now());
    rows.insertRequest(id, versionId, who.id(), request);
    rows.handBack(id, step, who.id(), door.now());
    history.tell(id, who, Event.What.HANDED_BACK, step.name(), door.now());
    mails.handedBack(deposit, request, who);
  }

  /** The side this person speaks for at a publication, null when they speak for none. */
  public static Visa.@Nullable Side sideOf(Person who) {
    return switch (who.role()) {
      case FOCAL_POINT -> Visa.Side.AUTHORITY;
      case FACILITATOR -> Visa.Side.FACILITATOR;
      case AGENT, FINANCE, ADMINISTRATOR, TRAINEE -> null;
    };
  }

  private static void sameVersion(Deposit deposit, UUID versionId) {
    if (deposit.versionId() == null) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    if (!versionId.equals(deposit.versionId())) {
      throw new Rejected(DepositProblem.CHANGED_MEANWHILE);
    }
  }

  private void sameRevision(Deposit deposit, int revision) {
    if (deposit.saved().revision() != revision || isOutdated(deposit)) {
      throw new Rejected(DepositProblem.CHECK_AGAIN);
    }
  }

  /** What would be published was looked at as it is, and nothing that speaks of people is open. */
  private static void allDecided(Deposit deposit) {
    if (deposit.protection().stale() || !deposit.undecided().isEmpty()) {
      throw new Rejected(DepositProblem.UNDECIDED);
    }
  }

  private static SandboxVersion sandboxVersion(Deposit deposit, Draft draft, Person who) {
    Outcome outcome = deposit.written();
    return new SandboxVersion(
        deposit.datasetId(),
        deposit.organizationId(),
        who.id(),
        draft.description(),
        ColumnDescription.of(outcome.export(), draft.columns()),
        outcome.distributions(),
        outcome.export().rows(),
        conformity(outcome.export()),
        Corrections.sentences(deposit.applied(), Messages.FRENCH),
        Corrections.sentences(deposit.applied(), Messages.ENGLISH));
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
}
