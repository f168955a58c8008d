package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.MeetingCalledOff;
import fr.jalon.portal.programme.PlaceGivenBack;
import fr.jalon.portal.programme.ProgrammeProblem;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.web.Rejected;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The workshops of a season, the places in them and who waits for one. Whoever calls checks who may
 * do it, but for what a person of an authority does for themselves.
 *
 * <p>Who has a place is invited to the meeting, and kept there; who waits is kept here.
 */
@Service
public class Workshops {
  /** What the largest room of the convention's partners holds, with a margin. */
  static final int MOST_PLACES = 60;

  private final WorkshopRows rows;
  private final Sessions sessions;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Accounts accounts;
  private final WorkshopMails mails;

  Workshops(
      WorkshopRows rows,
      Sessions sessions,
      Seasons seasons,
      Beneficiaries beneficiaries,
      Accounts accounts,
      WorkshopMails mails) {
    this.rows = rows;
    this.sessions = sessions;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.accounts = accounts;
    this.mails = mails;
  }

  /** What asking for a place gave. */
  public enum Place {
    TAKEN,
    /** All are taken: the next one given back. */
    WAITING
  }

  /**
   * Makes a workshop, of which places may be taken at once.
   *
   * @param tell true when the référents of the season are to be told
   */
  @Transactional
  public Workshop plan(
      Person by,
      Season season,
      Appointment appointment,
      Exercise exercise,
      int capacity,
      boolean tell) {
    Meeting meeting = sessions.announce(by, season, appointment);
    rows.insert(meeting.id(), season.id(), exercise, capacity, seasons.now());
    Workshop made = get(meeting.id());
    if (tell) {
      focalPoints(season).forEach(one -> mails.announced(season, made, one));
    }
    return made;
  }

  private List<Person> focalPoints(Season season) {
    Set<UUID> organizations =
        beneficiaries.listOfSeason(season.id()).stream()
            .map(Beneficiary::organizationId)
            .collect(Collectors.toSet());
    return accounts.listByRole(Set.of(Role.FOCAL_POINT)).stream()
        .filter(one -> organizations.contains(one.organizationId()))
        .toList();
  }

  /**
   * @throws Rejected with {@link WorkshopProblem#NO_SUCH_WORKSHOP}
   */
  @Transactional(readOnly = true)
  public Workshop get(UUID id) {
    return workshop(rows.find(id).orElseThrow(Workshops::none));
  }

  /** The same, for someone of an authority: of a season that accompanies it. */
  @Transactional(readOnly = true)
  public Workshop getFor(UUID id, Person who) {
    Workshop one = get(id);
    if (who.role().belongsToAnAuthority() && findBeneficiary(one, who).isEmpty()) {
      throw none();
    }
    return one;
  }

  /** How full each workshop of a season is, by time; a fixed number of statements. */
  @Transactional(readOnly = true)
  public List<SignUps> ofSeason(UUID seasonId) {
    Map<UUID, WorkshopRows.Row> all =
        rows.listOfSeason(seasonId).stream()
            .collect(Collectors.toMap(WorkshopRows.Row::id, Function.identity()));
    Map<UUID, Integer> coming = sessions.countComing(all.keySet());
    Map<UUID, Integer> waiting = rows.countWaiting(seasonId);
    Map<UUID, Set<UUID>> came = came(seasonId, all.keySet());
    return sessions.listMeetings(all.keySet()).stream()
        .map(
            meeting ->
                new SignUps(
                    workshop(Objects.requireNonNull(all.get(meeting.id())), meeting),
                    coming.getOrDefault(meeting.id(), 0),
                    waiting.getOrDefault(meeting.id(), 0),
                    came.getOrDefault(meeting.id(), Set.of())))
        .toList();
  }

  /** Of each workshop of a season, the beneficiaries of which somebody was there. */
  private Map<UUID, Set<UUID>> came(UUID seasonId, Collection<UUID> ids) {
    return sessions.listOfSeason(seasonId).stream()
        .filter(one -> ids.contains(one.meeting().id()) && one.state() == Session.State.HELD)
        .collect(
            Collectors.groupingBy(
                one -> one.meeting().id(),
                Collectors.mapping(Session::beneficiaryId, Collectors.toSet())));
  }

  @Transactional(readOnly = true)
  public SignUps signUps(UUID id) {
    Workshop one = get(id);
    return ofSeason(one.meeting().seasonId()).stream()
        .filter(all -> all.workshop().id().equals(id))
        .findFirst()
        .orElseThrow(Workshops::none);
  }

  /**
   * Moves it, or changes what is practised and how many may come; those who have a place are told
   * of another time or place, and those who wait take the new ones.
   *
   * @param revision of its meeting, as the form showed it
   */
  @Transactional
  public Workshop edit(UUID id, Appointment to, Exercise exercise, int capacity, int revision) {
    Workshop before = hold(id);
    if (revision != before.meeting().revision()) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
    int coming = coming(id);
    // more may come than there are places, by the link of a mail: that is no reason to edit nothing
    if (capacity < coming && capacity < before.capacity()) {
      throw new Rejected(WorkshopProblem.FEWER_THAN_COMING, coming);
    }
    Meeting meeting = before.meeting();
    boolean moved =
        !to.day().atTime(to.time()).atZone(Meeting.ZONE).toInstant().equals(meeting.startsAt())
            || to.length() != meeting.length()
            || !to.place().strip().equals(meeting.place())
            || !to.link().strip().equals(meeting.link());
    if (moved) {
      sessions.move(id, to, revision);
      Season season = seasons.get(meeting.seasonId());
      Workshop after = get(id);
      rows.listWaiting(id).forEach(one -> mails.moved(season, after, one));
    }
    rows.update(id, exercise, capacity);
    promote(id);
    return get(id);
  }

  /** Calls it off: those who have a place, and those who wait, are told, once each. */
  @Transactional
  public void cancel(UUID id, int revision) {
    hold(id);
    sessions.cancel(id, revision);
  }

  /** Whoever called the meeting off, those who waited for a place in it are told. */
  @EventListener
  void calledOff(MeetingCalledOff event) {
    rows.find(event.meetingId())
        .map(this::workshop)
        .ifPresent(
            one -> {
              rows.close(one.id());
              if (one.meeting().startsAt().isAfter(seasons.now())) {
                Season season = seasons.get(one.meeting().seasonId());
                rows.listWaiting(one.id()).forEach(each -> mails.cancelled(season, one, each));
              }
            });
  }

  @EventListener
  void givenBack(PlaceGivenBack event) {
    if (rows.hold(event.meetingId()).isPresent()) {
      promote(event.meetingId());
    }
  }

  /** Someone of an authority takes a place, or waits for one; asked twice, it is taken once. */
  @Transactional
  public Place signUp(UUID id, Person who) {
    Workshop one = hold(id);
    Beneficiary beneficiary =
        findBeneficiary(one, who).orElseThrow(() -> new Rejected(WorkshopProblem.NOT_OF_SEASON));
    requireToCome(one);
    if (hasPlace(id, who.id())) {
      return Place.TAKEN;
    }
    if (coming(id) >= one.capacity()) {
      rows.insertWaiting(
          new Waiting(id, who.id(), who.name(), who.email(), beneficiary.id(), seasons.now()));
      return Place.WAITING;
    }
    rows.deleteWaiting(id, List.of(who.id()));
    sessions.enrol(id, beneficiary.id(), who);
    return Place.TAKEN;
  }

  /** Gives a place back, or waits no more; the one who has waited longest takes it. */
  @Transactional
  public void giveBack(UUID id, Person who) {
    Workshop one = hold(id);
    requireToCome(one);
    rows.deleteWaiting(id, List.of(who.id()));
    if (sessions.release(id, who.id())) {
      promote(id);
    }
  }

  private void requireToCome(Workshop one) {
    if (one.meeting().cancelled()) {
      throw new Rejected(WorkshopProblem.CALLED_OFF);
    }
    if (!one.meeting().startsAt().isAfter(seasons.now())) {
      throw new Rejected(WorkshopProblem.BEGUN);
    }
  }

  /** Those who wait take the places that are free, each told by the mail that confirms it. */
  private void promote(UUID id) {
    Workshop one = get(id);
    if (one.meeting().cancelled() || !one.meeting().startsAt().isAfter(seasons.now())) {
      return;
    }
    List<Waiting> waiting = rows.listWaiting(id);
    Map<UUID, Person> people =
        accounts.list(waiting.stream().map(Waiting::personId).toList()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    List<Waiting> next =
        waiting.stream()
            .filter(each -> people.containsKey(each.personId()))
            .limit(Math.max(0, one.capacity() - coming(id)))
            .toList();
    rows.deleteWaiting(id, next.stream().map(Waiting::personId).toList());
    next.forEach(
        each ->
            sessions.enrol(
                id, each.beneficiaryId(), Objects.requireNonNull(people.get(each.personId()))));
  }

  /** Where someone stands; empty when they neither come nor wait. */
  @Transactional(readOnly = true)
  public Optional<Place> findPlace(UUID id, Person who) {
    if (hasPlace(id, who.id())) {
      return Optional.of(Place.TAKEN);
    }
    return rows.listWaiting(id).stream().anyMatch(one -> one.personId().equals(who.id()))
        ? Optional.of(Place.WAITING)
        : Optional.empty();
  }

  /** Where someone stands in each workshop in which they come or wait. */
  @Transactional(readOnly = true)
  public Map<UUID, Place> listPlaces(Person who) {
    Map<UUID, Place> places = new HashMap<>();
    rows.listWaitedFor(who.id()).forEach(id -> places.put(id, Place.WAITING));
    sessions.listMeetingsOf(who.id()).forEach(id -> places.put(id, Place.TAKEN));
    return places;
  }

  private boolean hasPlace(UUID id, UUID personId) {
    return sessions.listParticipants(id).stream()
        .anyMatch(one -> personId.equals(one.personId()) && !Boolean.FALSE.equals(one.coming()));
  }

  private int coming(UUID id) {
    return sessions.countComing(List.of(id)).getOrDefault(id, 0);
  }

  /** Those who wait, the first come first. */
  @Transactional(readOnly = true)
  List<Waiting> listWaiting(UUID id) {
    return rows.listWaiting(id);
  }

  /** The one of this season that someone works for. */
  @Transactional(readOnly = true)
  Optional<Beneficiary> findBeneficiary(Workshop one, Person who) {
    return beneficiaries.listOfSeason(one.meeting().seasonId()).stream()
        .filter(each -> each.organizationId().equals(who.organizationId()))
        .findFirst();
  }

  /** The workshop, for this transaction alone. */
  private Workshop hold(UUID id) {
    return workshop(rows.hold(id).orElseThrow(Workshops::none));
  }

  private Workshop workshop(WorkshopRows.Row row) {
    return workshop(row, sessions.getMeeting(row.id()));
  }

  private static Workshop workshop(WorkshopRows.Row row, Meeting meeting) {
    return new Workshop(meeting, row.exercise(), row.capacity(), row.door(), row.shownCard());
  }

  private static Rejected none() {
    return new Rejected(WorkshopProblem.NO_SUCH_WORKSHOP);
  }
}
