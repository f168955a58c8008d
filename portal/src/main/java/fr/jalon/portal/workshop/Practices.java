package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.account.Trainees;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.MeetingCalledOff;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Practising in a workshop: a code lets people in, each has a file of their own, whoever leads sees
 * where each is, and all may begin again.
 *
 * <p>Beginning again gives another deposit and leaves the one before as it is: whatever was being
 * done to it goes on, and it may be taken back.
 */
@Service
public class Practices {
  /** As many as practise in one workshop, whoever passes the code on. */
  static final int MOST_TRAINEES = 60;

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_WORDS = 500;
  private static final int TRIES_AT_A_CODE = 20;

  private final WorkshopRows rows;
  private final TraineeRows trainees;
  private final Workshops workshops;
  private final Trainees accounts;
  private final Deposits deposits;
  private final Seasons seasons;
  private final ApplicationEventPublisher events;

  Practices(
      WorkshopRows rows,
      TraineeRows trainees,
      Workshops workshops,
      Trainees accounts,
      Deposits deposits,
      Seasons seasons,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.trainees = trainees;
    this.workshops = workshops;
    this.accounts = accounts;
    this.deposits = deposits;
    this.seasons = seasons;
    this.events = events;
  }

  /** Opens the door for the day; the same code as long as that day lasts. */
  @Transactional
  public Workshop open(UUID workshopId) {
    rows.hold(workshopId);
    Workshop one = workshops.get(workshopId);
    if (one.meeting().cancelled()) {
      throw new Rejected(WorkshopProblem.CALLED_OFF);
    }
    if (one.isOpen(today())) {
      return one;
    }
    for (int tries = 0; tries < TRIES_AT_A_CODE; tries++) {
      String code = Codes.make();
      if (rows.findByCode(code, today()).isEmpty()
          && rows.open(workshopId, new Workshop.Door(code, today()))) {
        return workshops.get(workshopId);
      }
    }
    throw new IllegalStateException("No code is free");
  }

  /** Shuts the door: the code is worth nothing any more, and those who practise leave. */
  @Transactional
  public void close(UUID workshopId) {
    workshops.get(workshopId);
    rows.close(workshopId);
    accounts.leave(trainees.listOf(workshopId).stream().map(Trainee::id).toList());
  }

  /** Whoever called the meeting off, nobody practises there any more. */
  @EventListener
  void calledOff(MeetingCalledOff event) {
    accounts.leave(trainees.listOf(event.meetingId()).stream().map(Trainee::id).toList());
  }

  /** Of the workshops under way today, a code: for a portal that shows itself. */
  @Transactional(readOnly = true)
  Optional<String> findCode() {
    return rows.findCode(today());
  }

  /** True when a code opens something today. */
  @Transactional(readOnly = true)
  public boolean isCode(String typed) {
    return rows.findByCode(Codes.normalized(typed), today()).isPresent();
  }

  /**
   * Comes in with a code, under a first name, and has a file to practise on.
   *
   * @return whose session is to be opened
   */
  @Transactional
  public Person join(String code, String name) {
    Workshop one = hold(idOf(code));
    UUID id = one.id();
    List<Trainee> all = trainees.listOf(id);
    requireRoom(all);
    String firstName = apart(firstName(name), all);
    Person who = accounts.open(firstName, Organizations.PRACTICE);
    Instant now = seasons.now();
    Place place = new Place(begin(one, who), Step.READING, "", List.of());
    trainees.insert(new Trainee(who.id(), id, firstName, now, place, now, now, null, null));
    return who;
  }

  /**
   * Those who practised there under a first name and are not seen any more: whoever comes in under
   * it may be one of them.
   */
  @Transactional(readOnly = true)
  public List<Trainee> listAway(String code, String name) {
    String firstName = firstName(name);
    Instant now = seasons.now();
    return trainees.listOf(idOf(code)).stream()
        .filter(one -> one.isNamed(firstName) && one.isAway(now))
        .toList();
  }

  /**
   * Comes in again, after a meal or the day after, and goes on with what one practised on. Any
   * session that was left open elsewhere ends.
   *
   * @return whose session is to be opened
   */
  @Transactional
  public Person comeBack(String code, String name, UUID traineeId) {
    Workshop workshop = hold(idOf(code));
    String firstName = firstName(name);
    List<Trainee> all = trainees.listOf(workshop.id());
    Trainee one =
        all.stream()
            .filter(each -> each.id().equals(traineeId) && each.isNamed(firstName))
            .findFirst()
            .orElseThrow(Practices::none);
    if (!one.isAway(seasons.now())) {
      throw new Rejected(WorkshopProblem.STILL_THERE, one.firstName());
    }
    if (!one.isOf(today())) {
      requireRoom(all);
    }
    accounts.leave(List.of(one.id()));
    trainees.seen(one.id(), seasons.now());
    return person(one);
  }

  /** True for someone who practises in the workshop that a code opens. */
  @Transactional(readOnly = true)
  public boolean isIn(UUID traineeId, String code) {
    UUID id = idOf(code);
    return trainees.find(traineeId).filter(one -> one.workshopId().equals(id)).isPresent();
  }

  private UUID idOf(String code) {
    return rows.findByCode(Codes.normalized(code), today())
        .map(WorkshopRows.Row::id)
        .orElseThrow(() -> new Rejected(WorkshopProblem.NO_SUCH_CODE));
  }

  /** Those who were there the day before, and did not come back, take no room. */
  private void requireRoom(List<Trainee> all) {
    long there = all.stream().filter(each -> each.isOf(today())).count();
    if (there >= MOST_TRAINEES) {
      throw new Rejected(WorkshopProblem.ROOM_FULL, there);
    }
  }

  /** A workshop under way, for this transaction alone: it may have been shut meanwhile. */
  private Workshop hold(UUID workshopId) {
    rows.hold(workshopId);
    Workshop one = workshops.get(workshopId);
    if (!one.isOpen(today())) {
      throw new Rejected(WorkshopProblem.SHUT);
    }
    return one;
  }

  private static String firstName(String typed) {
    String name = typed.replaceAll("[\\p{Cntrl}\\p{Cf}<>]", "").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Rejected(WorkshopProblem.NAME_MISSING, LONGEST_NAME);
    }
    return name;
  }

  /** Two people of one first name are told apart: "Camille 2". */
  private static String apart(String name, List<Trainee> there) {
    Set<String> taken =
        there.stream()
            .map(one -> one.firstName().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String apart = name;
    for (int n = 2; taken.contains(apart.toLowerCase(Locale.ROOT)); n++) {
      apart = name + " " + n;
    }
    return apart;
  }

  private UUID begin(Workshop one, Person who) {
    try (InputStream file = one.exercise().open()) {
      return deposits.receive(who, one.exercise().file(), file);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /**
   * @throws Rejected with {@link WorkshopProblem#NO_SUCH_TRAINEE}
   */
  @Transactional(readOnly = true)
  public Trainee get(UUID traineeId) {
    return trainees.find(traineeId).orElseThrow(Practices::none);
  }

  /** Those who practise in a workshop, by first name; one statement, whatever their number. */
  @Transactional(readOnly = true)
  public List<Trainee> listOf(UUID workshopId) {
    return trainees.listOf(workshopId);
  }

  /** Those of a season who wait for help, the oldest hand first. */
  @Transactional(readOnly = true)
  public List<Trainee> listRaised(UUID seasonId) {
    return trainees.listRaised(seasonId);
  }

  /** Where someone is, as their page shows it, and when they saved something last. */
  @Transactional
  public void seen(UUID traineeId, Place place, Instant actedAt) {
    trainees.seen(traineeId, place, actedAt, seasons.now());
  }

  /** Asks for help from a place; asked twice, it is one hand. */
  @Transactional
  public void raise(UUID traineeId, Place place, String words) {
    Trainee one = get(traineeId);
    if (!place.depositId().equals(one.depositId())) {
      throw none();
    }
    String said = words.replace("\u0000", "").strip();
    Instant now = seasons.now();
    trainees.raise(
        traineeId, place, said.substring(0, Math.min(said.length(), LONGEST_WORDS)), now);
    if (one.hand() == null) {
      events.publishEvent(new HandRaised(one.workshopId(), traineeId, one.firstName(), place, now));
    }
  }

  /** Their hand goes down: somebody came, or they found by themselves. */
  @Transactional
  public void lower(UUID traineeId) {
    trainees.lower(traineeId);
  }

  /** The same, for whoever leads that workshop. */
  @Transactional
  public void lower(UUID workshopId, UUID traineeId) {
    if (!get(traineeId).workshopId().equals(workshopId)) {
      throw none();
    }
    trainees.lower(traineeId);
  }

  /**
   * Has one begin again, or all. Those who have begun again and did nothing since are left as they
   * are: asked twice, what they had before is kept.
   *
   * @param traineeId null for all
   * @return how many are at the beginning
   */
  @Transactional
  public int reset(UUID workshopId, @Nullable UUID traineeId) {
    Workshop one = hold(workshopId);
    List<Trainee> those = those(workshopId, traineeId);
    Set<UUID> touched = deposits.listTouched(those.stream().map(Trainee::depositId).toList());
    for (Trainee each : those) {
      if (each.formerDepositId() == null || touched.contains(each.depositId())) {
        trainees.reset(each.id(), begin(one, person(each)), seasons.now());
      }
    }
    return those.size();
  }

  /** Takes back what was begun again: each is where they were. */
  @Transactional
  public int takeBack(UUID workshopId, @Nullable UUID traineeId) {
    hold(workshopId);
    List<UUID> those = those(workshopId, traineeId).stream().map(Trainee::id).toList();
    int back = trainees.takeBack(those);
    if (back == 0) {
      throw new Rejected(WorkshopProblem.NOTHING_TO_TAKE_BACK);
    }
    return back;
  }

  private List<Trainee> those(UUID workshopId, @Nullable UUID traineeId) {
    List<Trainee> all = trainees.listOf(workshopId);
    if (traineeId == null) {
      return all;
    }
    List<Trainee> one = all.stream().filter(each -> each.id().equals(traineeId)).toList();
    if (one.isEmpty()) {
      throw none();
    }
    return one;
  }

  /** Projects a card for all, or none any more. */
  @Transactional
  public void show(UUID workshopId, String card) {
    hold(workshopId);
    String code = new Place(workshopId, Step.REPAIRS, card, List.of()).card();
    rows.show(workshopId, code.isEmpty() ? null : code);
  }

  private static Person person(Trainee one) {
    return new Person(
        one.id(),
        "exercice-" + one.id() + "@jalon.invalid",
        one.firstName(),
        Role.TRAINEE,
        Organizations.PRACTICE);
  }

  LocalDate today() {
    return seasons.today();
  }

  private static Rejected none() {
    return new Rejected(WorkshopProblem.NO_SUCH_TRAINEE);
  }
}
