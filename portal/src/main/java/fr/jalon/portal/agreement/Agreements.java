package fr.jalon.portal.agreement;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.storage.StoredFileUser;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agreements we keep: facts are recorded one at a time, those the text does not allow are
 * refused, and nothing recorded is changed. Whoever calls checks who may.
 */
@Service
public class Agreements implements StoredFileUser {
  /** Civil days are those of the parties. */
  public static final ZoneId ZONE = Messages.PARIS;

  private final AgreementRows rows;
  private final Storage storage;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Agreements(AgreementRows rows, Storage storage, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.storage = storage;
    this.events = events;
    this.clock = clock;
  }

  /** What an act would change, before it is recorded. */
  public record Preview(Position before, Position after) {}

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /**
   * Writes the agreement of an authority for a season.
   *
   * @throws Rejected with {@link AgreementProblem#ALREADY_DRAFTED}
   */
  @Transactional
  public Agreement draft(
      UUID organizationId, UUID seasonId, AgreementText text, Terms terms, Person by) {
    UUID id = UUID.randomUUID();
    if (!rows.insert(id, organizationId, seasonId, text, now())) {
      throw new Rejected(AgreementProblem.ALREADY_DRAFTED);
    }
    return add(get(id), new Act.Drafted(today(), terms), by, null, null);
  }

  @Transactional(readOnly = true)
  public Agreement get(UUID id) {
    return rows.find(id).orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_AGREEMENT));
  }

  @Transactional(readOnly = true)
  public Optional<Agreement> find(UUID organizationId, UUID seasonId) {
    return rows.find(organizationId, seasonId);
  }

  @Transactional(readOnly = true)
  public List<Agreement> listOfSeason(UUID seasonId) {
    return rows.listOfSeason(seasonId);
  }

  /** All of them, the last first. */
  @Transactional(readOnly = true)
  public List<Agreement> listAll() {
    return rows.listAll();
  }

  /**
   * Those to which nothing happened since before that day, and that are over: their end and all
   * that was recorded of them are earlier.
   */
  @Transactional(readOnly = true)
  public List<Agreement> listOverBefore(LocalDate day) {
    return rows.listBefore(day.atStartOfDay(ZONE).toInstant()).stream()
        .filter(one -> one.reckon().on(today()).status().isOver())
        .filter(one -> one.findLast().filter(last -> last.isBefore(day)).isPresent())
        .toList();
  }

  @Transactional(readOnly = true)
  public List<Agreement> listOf(UUID organizationId) {
    return rows.listOf(organizationId);
  }

  /**
   * Records what happened.
   *
   * @param revision of the agreement that the page showed; {@link
   *     AgreementProblem#CHANGED_MEANWHILE} when something was recorded since
   * @throws Rejected when the text does not allow it, or it makes no sense
   */
  @Transactional
  public Agreement record(UUID id, int revision, Act act, Person by) {
    return write(id, revision, act, by, null, null);
  }

  /** The same, with the paper that shows it. */
  @Transactional
  public Agreement record(
      UUID id, int revision, Act act, Person by, String documentName, InputStream document)
      throws IOException {
    StoredFile file = storage.put(document);
    return write(id, revision, act, by, file.sha256(), documentName);
  }

  /**
   * Writes an agreement anew, before anybody signed it: its season was changed.
   *
   * @throws Rejected with {@link AgreementProblem#SIGNED_ALREADY}
   */
  @Transactional
  public Agreement redraft(UUID id, AgreementText text, Act.Drafted drafted, Person by) {
    rows.lock(id).orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_AGREEMENT));
    Agreement agreement = get(id);
    if (agreement.reckon().acts(Act.Signed.class).findAny().isPresent()) {
      throw new Rejected(AgreementProblem.SIGNED_ALREADY);
    }
    require(agreement, drafted);
    rows.rewrite(id, text);
    return add(agreement, drafted, by, null, null);
  }

  private Agreement write(
      UUID id,
      int revision,
      Act act,
      Person by,
      @Nullable String sha256,
      @Nullable String documentName) {
    int known = rows.lock(id).orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_AGREEMENT));
    Agreement agreement = get(id);
    if (known != revision) {
      throw new Rejected(AgreementProblem.CHANGED_MEANWHILE);
    }
    require(agreement, act);
    return add(agreement, act, by, sha256, documentName);
  }

  /** What an act would change, on the first day it shows; refused as it would be if recorded. */
  @Transactional(readOnly = true)
  public Preview preview(UUID id, Act act, Person by) {
    Agreement agreement = get(id);
    require(agreement, act);
    List<Fact> facts = new ArrayList<>(agreement.facts());
    facts.add(new Fact(UUID.randomUUID(), now(), by.id(), by.name(), act, null));
    Reckoning after = Reckoning.of(facts);
    LocalDate day = after.findLastDay().map(last -> last.plusDays(1)).orElse(act.on());
    return new Preview(agreement.reckon().on(today()), after.on(day));
  }

  /** The paper of a fact. */
  @Transactional(readOnly = true)
  public Optional<Paper> findPaper(UUID agreementId, UUID factId) {
    return get(agreementId).facts().stream()
        .filter(fact -> fact.id().equals(factId) && fact.document() != null)
        .findFirst()
        .flatMap(
            fact ->
                rows.findDocumentName(agreementId, factId)
                    .map(name -> new Paper(name, path(String.valueOf(fact.document())))));
  }

  /** A paper that shows a fact. */
  public record Paper(String name, Path file) {}

  @Override
  public boolean uses(String sha256) {
    return rows.uses(sha256);
  }

  private void require(Agreement agreement, Act act) {
    if (act instanceof Act.Corrected corrected
        && Reckoning.standing(agreement.facts()).stream()
            .noneMatch(fact -> fact.id().equals(corrected.fact()))) {
      throw new Rejected(AgreementProblem.NO_SUCH_FACT);
    }
    AgreementProblem problem = new Admission(agreement.reckon(), today()).refusal(act);
    if (problem != null) {
      throw new Rejected(problem);
    }
  }

  private Agreement add(
      Agreement agreement,
      Act act,
      Person by,
      @Nullable String sha256,
      @Nullable String documentName) {
    Fact fact = new Fact(UUID.randomUUID(), now(), by.id(), by.name(), act, sha256);
    rows.add(agreement.id(), fact, documentName);
    events.publishEvent(
        new AgreementChanged(
            agreement.id(), agreement.organizationId(), agreement.seasonId(), fact));
    return get(agreement.id());
  }

  private Path path(String sha256) {
    try {
      return storage.path(sha256);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
