package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.fetch.FetchFailed;
import fr.jalon.portal.fetch.FileLink;
import fr.jalon.portal.fetch.WebAddress;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files asked from addresses of the web, until their deposits begin. Seen by the same people as
 * the deposits.
 */
@Service
public class Imports {
  /** Enough for anyone who pastes addresses by hand, and too few to try doors with. */
  private static final int MOST_A_MINUTE = 10;

  private final ImportRows rows;
  private final ImportJobs jobs;
  private final Deposits deposits;
  private final Clock clock;

  Imports(ImportRows rows, ImportJobs jobs, Deposits deposits, Clock clock) {
    this.rows = rows;
    this.jobs = jobs;
    this.deposits = deposits;
    this.clock = clock;
  }

  /**
   * Asks for a file.
   *
   * @param datasetId the dataset the file renews, null for a new one
   * @param written the address as the person gave it
   * @throws FetchFailed when it is no address we would ask
   */
  @Transactional
  public UUID start(Person who, @Nullable UUID datasetId, String written) throws FetchFailed {
    if (who.organizationId() == null) {
      throw new Rejected(DepositProblem.NO_ORGANIZATION);
    }
    if (datasetId != null) {
      deposits.renewable(who, datasetId);
    }
    WebAddress address = WebAddress.of(written);
    requirePatience(who);
    return ask(who, who.organizationId(), datasetId, address, false);
  }

  /**
   * Asks for the next file of a dataset when its day has come. The same file as last time begins no
   * deposit.
   *
   * @param who the person who accepted the rhythm
   * @throws FetchFailed when it is no address we would ask
   */
  @Transactional
  public UUID startScheduled(Person who, UUID datasetId, String written) throws FetchFailed {
    if (who.organizationId() == null) {
      throw new Rejected(DepositProblem.NO_ORGANIZATION);
    }
    deposits.renewable(who, datasetId);
    return ask(who, who.organizationId(), datasetId, WebAddress.of(written), true);
  }

  private UUID ask(
      Person who,
      UUID organizationId,
      @Nullable UUID datasetId,
      WebAddress address,
      boolean scheduled) {
    UUID id = UUID.randomUUID();
    rows.insert(
        new Import(
            id,
            organizationId,
            who.id(),
            datasetId,
            address.toString(),
            Import.State.FETCHING,
            0,
            null,
            null,
            "",
            List.of(),
            null,
            null,
            scheduled,
            now()));
    jobs.start(id, 1);
    return id;
  }

  /** These imports, whoever asked for them: the caller checks. */
  @Transactional(readOnly = true)
  public List<Import> findAll(Collection<UUID> ids) {
    return rows.findAll(ids);
  }

  @Transactional(readOnly = true)
  public Import get(UUID id, Person who) {
    return find(id, who).orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_DEPOSIT));
  }

  /** The import of that id, when there is one and this person may see it. */
  @Transactional(readOnly = true)
  public Optional<Import> find(UUID id, Person who) {
    boolean all = who.role() == Role.FACILITATOR || who.role() == Role.ADMINISTRATOR;
    return rows.find(id).filter(one -> all || one.organizationId().equals(who.organizationId()));
  }

  /** Where the file of a deposit came from: the address its person gave; empty for a file sent. */
  @Transactional(readOnly = true)
  public Optional<String> findOrigin(UUID depositId) {
    return rows.find(depositId).map(Import::address);
  }

  /** Asks the site once more, when it stopped. */
  @Transactional
  public void retry(UUID id, Person who) {
    get(id, who);
    requirePatience(who);
    rows.restart(id, now()).ifPresent(attempt -> jobs.start(id, attempt));
  }

  /**
   * Takes one of the files of the page.
   *
   * @param address of the file, one of those to choose from
   */
  @Transactional
  public void choose(UUID id, Person who, String address) {
    FileLink file =
        get(id, who).choices().stream()
            .filter(one -> one.address().equals(address))
            .findFirst()
            .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_FILE));
    rows.choose(id, file, now()).ifPresent(attempt -> jobs.start(id, attempt));
  }

  private void requirePatience(Person who) {
    if (rows.countSince(who.id(), now().minus(Duration.ofMinutes(1))) >= MOST_A_MINUTE) {
      throw new Rejected(DepositProblem.TOO_MANY_ADDRESSES);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
