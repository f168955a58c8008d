package fr.jalon.portal.deposit;

import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided about data that speak of people (articles L. 312-1-2 and D. 312-1-3 of the code
 * of relations between the public and the administration): nothing is published while one thing
 * seen is undecided, or kept without a second person's agreement.
 */
@Service
public class Protections {
  private static final int LONGEST_REFERENCE = 500;

  private final DepositRows rows;
  private final DepositJobs jobs;
  private final Door door;
  private final History history;

  Protections(DepositRows rows, DepositJobs jobs, Door door, History history) {
    this.rows = rows;
    this.jobs = jobs;
    this.door = door;
    this.history = history;
  }

  /**
   * Protects people: one of the choices proposed for each of these, in the place of any earlier
   * decision about it. All of them or none.
   *
   * @param subjects what it is about
   * @param choiceIds of the mend chosen for each
   * @param seen what was decided of each when the page was made: {@link #seen}
   */
  @Transactional
  public void protect(
      UUID id, Person who, List<String> subjects, List<String> choiceIds, List<String> seen) {
    List<Sighting> sightings = Sighting.of(door.open(id, who).inspected());
    boolean changed = false;
    for (int i = 0; i < subjects.size(); i++) {
      String subject = subjects.get(i);
      String choiceId = choiceIds.get(i);
      Deposit deposit = decidable(id, who, subject, seen.get(i));
      Decision before = deposit.protection().find(subject).orElse(null);
      Proposal chosen =
          sightings.stream()
              .filter(one -> one.subject().equals(subject))
              .flatMap(one -> one.findChoice(choiceId).stream())
              .findFirst()
              .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_MEND));
      if (before == null || !chosen.equals(before.mend())) {
        rows.decide(id, new Decision(subject, chosen, null, "", signed(who), null));
        history.tell(id, who, Event.What.PEOPLE_PROTECTED, chosen.id(), door.now());
        changed = true;
      }
    }
    if (changed) {
      rows.unsettle(id, who.id(), door.now());
    }
  }

  /**
   * Publishes it as it is, for a reason; a second person must agree.
   *
   * @param reference the text or agreement it stands on, which some reasons ask for
   */
  @Transactional
  public void keep(
      UUID id, Person who, String subject, LegalReason reason, String reference, String seen) {
    decidable(id, who, subject, seen);
    String text = reference.replace("\u0000", "").strip();
    if (text.isEmpty() && reason.asksReference()) {
      throw new Rejected(DepositProblem.REFERENCE_MISSING);
    }
    String kept = text.substring(0, Math.min(text.length(), LONGEST_REFERENCE));
    rows.decide(id, new Decision(subject, null, reason, kept, signed(who), null));
    rows.unsettle(id, who.id(), door.now());
    history.tell(id, who, Event.What.PEOPLE_KEPT, subject + ", " + reason, door.now());
  }

  /** Takes a decision back: the question is open again. */
  @Transactional
  public void takeBack(UUID id, Person who, String subject, String seen) {
    Deposit deposit = decidable(id, who, subject, seen);
    if (rows.undecide(id, subject)) {
      rows.unsettle(id, who.id(), door.now());
      history.tell(id, who, Event.What.DECISION_TAKEN_BACK, subject, door.now());
      boolean hidden = deposit.sightings().stream().noneMatch(one -> one.subject().equals(subject));
      if (hidden) {
        // the reading at hand was made of the protected table: what was there is not known any more
        jobs.start(id, Job.INSPECT);
      }
    }
  }

  /**
   * The second person agrees that it is published as it is.
   *
   * @param decidedAt when what they agree with was decided
   */
  @Transactional
  public void confirm(UUID id, Person who, String subject, Instant decidedAt) {
    Deposit deposit = door.open(id, who);
    Decision decision = deposit.protection().find(subject).orElse(null);
    if (decision == null || !decision.by().at().equals(decidedAt)) {
      throw new Rejected(DepositProblem.DECISION_CHANGED);
    }
    if (decision.by().personId().equals(who.id())) {
      throw new Rejected(DepositProblem.SECOND_PERSON);
    }
    if (rows.confirm(id, subject, decidedAt, signed(who))) {
      history.tell(id, who, Event.What.PEOPLE_CONFIRMED, subject, door.now());
    }
  }

  /**
   * Goes on: the file is looked at again as it is once protected, and what is decided by then leads
   * to the corrections.
   */
  @Transactional
  public void proceed(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    if (!deposit.undecided().isEmpty()) {
      throw new Rejected(DepositProblem.UNDECIDED);
    }
    rows.reach(id, deposit.step().atLeast(Step.DESCRIPTION), who.id(), door.now());
    if (deposit.protection().stale()) {
      jobs.start(id, Job.INSPECT);
    } else if (deposit.clean()) {
      jobs.startIfNeeded(deposit);
    }
  }

  /** What stands for a decision in a form: "" for none yet. */
  static String seen(@Nullable Decision decision) {
    return decision == null ? "" : decision.by().at().toString();
  }

  private Deposit decidable(UUID id, Person who, String subject, String seen) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    if (!seen(deposit.protection().find(subject).orElse(null)).equals(seen)) {
      throw new Rejected(DepositProblem.DECISION_CHANGED);
    }
    boolean known =
        deposit.protection().find(subject).isPresent()
            || deposit.sightings().stream().anyMatch(one -> one.subject().equals(subject));
    if (!known) {
      throw new Rejected(DepositProblem.NO_SUCH_MEND);
    }
    return deposit;
  }

  private Decision.Signature signed(Person who) {
    return new Decision.Signature(who.id(), who.name(), door.now());
  }
}
