package fr.jalon.portal.programme;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.programme.Beneficiary.Designation;
import fr.jalon.portal.programme.Session.Decision;
import fr.jalon.portal.web.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings, the sessions of each beneficiary in them, and who comes. Whoever calls checks who. */
@Service
public class Sessions {
  /**
   * What a session noted afterwards is said to have been, when nobody says otherwise: half a day.
   */
  static final int USUAL_LENGTH = 180;

  private static final LocalTime USUAL_TIME = LocalTime.of(9, 30);
  private static final int LONGEST_PLACE = 300;
  private static final int LONGEST_NOTE = 20_000;

  private final SessionRows rows;
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;
  private final Accounts accounts;
  private final ProgrammeMails mails;
  private final ApplicationEventPublisher events;

  Sessions(
      SessionRows rows,
      Beneficiaries beneficiaries,
      Seasons seasons,
      Accounts accounts,
      ProgrammeMails mails,
      ApplicationEventPublisher events) {
    this.events = events;
    this.rows = rows;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
    this.accounts = accounts;
    this.mails = mails;
  }

  /**
   * What was planned.
   *
   * @param busy those of its beneficiaries that have another meeting at that hour: a warning
   */
  public record Planned(Meeting meeting, List<Beneficiary> busy) {}

  /** Plans a meeting with one beneficiary, or a workshop of several; their people are invited. */
  @Transactional
  public Planned plan(
      Person by, Season season, Appointment appointment, Collection<UUID> beneficiaryIds) {
    Map<UUID, Beneficiary> chosen = chosen(season, beneficiaryIds);
    Meeting meeting = meeting(season, appointment);
    List<Beneficiary> busy = busy(season, meeting, chosen);
    rows.insertMeeting(meeting, by.name(), seasons.now());
    rows.insertSessions(meeting.id(), chosen.keySet());
    invite(season, meeting, chosen);
    return new Planned(meeting, busy);
  }

  /** Announces a meeting that nobody is of yet: places are taken one by one with {@link #enrol}. */
  @Transactional
  public Meeting announce(Person by, Season season, Appointment appointment) {
    Meeting meeting = meeting(season, appointment);
    rows.insertMeeting(meeting, by.name(), seasons.now());
    return meeting;
  }

  /**
   * Someone of a beneficiary is to come: they are told, once. Whoever said that they could not come
   * is coming again.
   *
   * @return false when they were to come already
   */
  @Transactional
  public boolean enrol(UUID meetingId, UUID beneficiaryId, Person who) {
    Meeting meeting = getMeeting(meetingId);
    if (meeting.cancelled()) {
      throw new Rejected(ProgrammeProblem.CALLED_OFF);
    }
    Season season = seasons.get(meeting.seasonId());
    chosen(season, List.of(beneficiaryId));
    rows.insertSessions(meetingId, List.of(beneficiaryId));
    Optional<Participant> enrolled =
        rows.enrol(
            meetingId,
            beneficiaryId,
            new Participant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                who.id(),
                who.name(),
                who.email(),
                Boolean.TRUE),
            seasons.now());
    if (meeting.startsAt().isAfter(seasons.now())) {
      enrolled.ifPresent(one -> mails.enrolled(season, meeting, one));
    }
    return enrolled.isPresent();
  }

  /**
   * Someone gives their place back; with the last of them, what was planned of their beneficiary is
   * planned no more, unless it was noted.
   *
   * @return false when they had none
   */
  @Transactional
  public boolean release(UUID meetingId, UUID personId) {
    List<UUID> released = rows.release(meetingId, personId);
    rows.deleteEmptySessions(released);
    return !released.isEmpty();
  }

  /** The meetings that someone is to come to: invited, and did not say that they cannot. */
  @Transactional(readOnly = true)
  public Set<UUID> listMeetingsOf(UUID personId) {
    return rows.listMeetingsOf(personId);
  }

  /** How many are to come to each of these meetings: invited, and did not say that they cannot. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> countComing(Collection<UUID> meetingIds) {
    return rows.countComing(meetingIds);
  }

  /** Those of these identifiers that are there, by time. */
  @Transactional(readOnly = true)
  public List<Meeting> listMeetings(Collection<UUID> ids) {
    return rows.listMeetings(ids);
  }

  /** Adds beneficiaries to a workshop; they are invited. */
  @Transactional
  public void add(UUID meetingId, Collection<UUID> beneficiaryIds) {
    Meeting meeting = getMeeting(meetingId);
    if (meeting.cancelled()) {
      throw new Rejected(ProgrammeProblem.CALLED_OFF);
    }
    Season season = seasons.get(meeting.seasonId());
    Set<UUID> there =
        rows.listOfMeeting(meetingId).stream()
            .map(Session::beneficiaryId)
            .collect(Collectors.toSet());
    Map<UUID, Beneficiary> more = chosen(season, beneficiaryIds);
    more.keySet().removeAll(there);
    rows.insertSessions(meetingId, more.keySet());
    invite(season, meeting, more);
  }

  private Map<UUID, Beneficiary> chosen(Season season, Collection<UUID> ids) {
    Set<UUID> asked = new LinkedHashSet<>(ids);
    Map<UUID, Beneficiary> chosen =
        beneficiaries.listOfSeason(season.id()).stream()
            .filter(one -> asked.contains(one.id()))
            .collect(
                Collectors.toMap(Beneficiary::id, Function.identity(), (a, b) -> a, HashMap::new));
    if (chosen.isEmpty()) {
      throw new Rejected(ProgrammeProblem.NOBODY_CHOSEN);
    }
    if (chosen.size() != asked.size()) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    return chosen;
  }

  private static Meeting meeting(Season season, Appointment asked) {
    requireStage(season, asked.stage());
    requireDay(season, asked.day());
    requireLength(asked.length());
    return new Meeting(
        UUID.randomUUID(),
        season.id(),
        asked.stage(),
        asked.startsAt(),
        asked.length(),
        Seasons.optional(asked.place(), LONGEST_PLACE),
        Seasons.optional(asked.link(), LONGEST_PLACE),
        "",
        null,
        false,
        0);
  }

  private static void requireStage(Season season, String stage) {
    if (season.plan().track().findStage(stage).isEmpty()) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_STAGE);
    }
  }

  /** From the call, for a first meeting may come before the season, to the term. */
  private static void requireDay(Season season, LocalDate day) {
    SeasonPlan plan = season.plan();
    if (day.isBefore(plan.call().from()) || day.isAfter(plan.end())) {
      throw new Rejected(ProgrammeProblem.DAY_OUT_OF_SEASON, plan.call().from(), plan.end());
    }
  }

  private static void requireLength(int length) {
    if (length < 1 || length > Meeting.LONGEST) {
      throw new Rejected(ProgrammeProblem.WRONG_LENGTH);
    }
  }

  private List<Beneficiary> busy(Season season, Meeting meeting, Map<UUID, Beneficiary> chosen) {
    Set<UUID> busy =
        rows.listOfSeason(season.id()).stream()
            .filter(one -> !one.meeting().cancelled())
            .filter(one -> !one.meeting().id().equals(meeting.id()))
            .filter(one -> one.meeting().startsAt().isBefore(meeting.endsAt()))
            .filter(one -> one.meeting().endsAt().isAfter(meeting.startsAt()))
            .map(Session::beneficiaryId)
            .collect(Collectors.toSet());
    return chosen.values().stream().filter(one -> busy.contains(one.id())).toList();
  }

  /** The référent of each, else its référents by role, else its people, else who applied for it. */
  private void invite(Season season, Meeting meeting, Map<UUID, Beneficiary> chosen) {
    List<Person> everyone = accounts.listByRole(Set.of(Role.FOCAL_POINT, Role.AGENT));
    List<Participant> invited = new ArrayList<>();
    Set<UUID> reached = new HashSet<>();
    List<Session> sessions =
        rows.listOfMeeting(meeting.id()).stream()
            .filter(one -> chosen.containsKey(one.beneficiaryId()))
            .toList();
    for (Session session : sessions) {
      Beneficiary one = Objects.requireNonNull(chosen.get(session.beneficiaryId()));
      for (Person person : people(one, everyone)) {
        invited.add(
            new Participant(
                UUID.randomUUID(), session.id(), person.id(), person.name(), person.email(), null));
        reached.add(session.id());
      }
    }
    List<UUID> unreached =
        sessions.stream().map(Session::id).filter(id -> !reached.contains(id)).toList();
    invited.addAll(rows.listContacts(unreached));
    rows.invite(invited);
    if (meeting.startsAt().isAfter(seasons.now())) {
      invited.forEach(one -> mails.invited(season, meeting, one));
    }
  }

  private List<Person> people(Beneficiary one, List<Person> everyone) {
    List<Person> theirs =
        everyone.stream()
            .filter(person -> one.organizationId().equals(person.organizationId()))
            .toList();
    Designation focal = one.focalPoint(seasons.today());
    List<Person> designated =
        theirs.stream()
            .filter(person -> focal != null && person.id().equals(focal.personId()))
            .toList();
    if (!designated.isEmpty()) {
      return designated;
    }
    List<Person> byRole =
        theirs.stream().filter(person -> person.role() == Role.FOCAL_POINT).toList();
    return byRole.isEmpty() ? theirs : byRole;
  }

  /**
   * Notes after the fact that a beneficiary met us: the meeting planned for that day and stage when
   * there is one, else a new one.
   */
  @Transactional
  public Meeting note(
      Person by,
      Season season,
      Collection<UUID> beneficiaryIds,
      LocalDate day,
      String stage,
      boolean came) {
    Map<UUID, Beneficiary> chosen = chosen(season, beneficiaryIds);
    if (day.isAfter(seasons.today())) {
      throw new Rejected(ProgrammeProblem.NOT_YET);
    }
    requireStage(season, stage);
    requireDay(season, day);
    Optional<Meeting> planned =
        rows.listOfSeason(season.id()).stream()
            .filter(one -> chosen.containsKey(one.beneficiaryId()))
            .map(Session::meeting)
            .filter(one -> !one.cancelled() && one.stage().equals(stage) && one.day().equals(day))
            .findFirst();
    Meeting meeting =
        planned.orElseGet(
            () -> {
              Meeting made =
                  meeting(season, new Appointment(stage, day, USUAL_TIME, USUAL_LENGTH, "", ""));
              rows.insertMeeting(made, by.name(), seasons.now());
              return made;
            });
    rows.insertSessions(meeting.id(), chosen.keySet());
    rows.attend(meeting.id(), chosen.keySet(), came, by.name(), seasons.now());
    return meeting;
  }

  /** Says who came to a meeting: those of the list did, the others did not. */
  @Transactional
  public void attend(Person by, UUID meetingId, Collection<UUID> beneficiaryIds) {
    Meeting meeting = getMeeting(meetingId);
    if (meeting.cancelled()) {
      throw new Rejected(ProgrammeProblem.CALLED_OFF);
    }
    if (meeting.day().isAfter(seasons.today())) {
      throw new Rejected(ProgrammeProblem.NOT_YET);
    }
    Set<UUID> all =
        rows.listOfMeeting(meetingId).stream()
            .map(Session::beneficiaryId)
            .collect(Collectors.toCollection(HashSet::new));
    Set<UUID> came = new HashSet<>(beneficiaryIds);
    if (!all.containsAll(came)) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    all.removeAll(came);
    rows.attend(meetingId, came, true, by.name(), seasons.now());
    rows.attend(meetingId, all, false, by.name(), seasons.now());
  }

  /** Moves a meeting, or changes where it is; those invited are told. */
  @Transactional
  public Meeting move(UUID meetingId, Appointment to, int revision) {
    Meeting meeting = getMeeting(meetingId);
    Season season = seasons.get(meeting.seasonId());
    requireDay(season, to.day());
    requireLength(to.length());
    if (rows.listOfMeeting(meetingId).stream().anyMatch(one -> one.came() != null)) {
      throw new Rejected(ProgrammeProblem.SOMEBODY_CAME);
    }
    boolean moved = !to.startsAt().equals(meeting.startsAt());
    Instant first = meeting.movedFrom() == null ? meeting.startsAt() : meeting.movedFrom();
    if (!rows.move(
        meetingId,
        to.startsAt(),
        to.length(),
        Seasons.optional(to.place(), LONGEST_PLACE),
        Seasons.optional(to.link(), LONGEST_PLACE),
        moved ? first : meeting.movedFrom(),
        revision)) {
      throw new Rejected(
          meeting.cancelled() ? ProgrammeProblem.CALLED_OFF : ProgrammeProblem.CHANGED_MEANWHILE);
    }
    Meeting after = getMeeting(meetingId);
    if (after.startsAt().isAfter(seasons.now())) {
      rows.listParticipants(meetingId).forEach(one -> mails.moved(season, after, one));
    }
    return after;
  }

  /** Calls a meeting off; those invited are told. What somebody came to took place. */
  @Transactional
  public void cancel(UUID meetingId, int revision) {
    Meeting meeting = getMeeting(meetingId);
    if (rows.listOfMeeting(meetingId).stream().anyMatch(one -> Boolean.TRUE.equals(one.came()))) {
      throw new Rejected(ProgrammeProblem.SOMEBODY_CAME);
    }
    if (!rows.cancel(meetingId, revision)) {
      throw new Rejected(
          meeting.cancelled() ? ProgrammeProblem.CALLED_OFF : ProgrammeProblem.CHANGED_MEANWHILE);
    }
    if (meeting.startsAt().isAfter(seasons.now())) {
      Season season = seasons.get(meeting.seasonId());
      Meeting after = getMeeting(meetingId);
      rows.listParticipants(meetingId).forEach(one -> mails.cancelled(season, after, one));
    }
    events.publishEvent(new MeetingCalledOff(meetingId));
  }

  /** Writes the minutes. */
  @Transactional
  public void write(UUID meetingId, String note, int revision) {
    getMeeting(meetingId);
    if (!rows.setNote(meetingId, Seasons.optional(note, LONGEST_NOTE), revision)) {
      throw new Rejected(ProgrammeProblem.CHANGED_MEANWHILE);
    }
  }

  /**
   * A named person decides that a session counts, or not: a thirteenth, a call for help, one whose
   * authority was absent. What the agreement says first is decided there.
   */
  @Transactional
  public void decide(Person by, UUID sessionId, boolean counted, String reason) {
    Session session =
        rows.findSession(sessionId)
            .orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_MEETING));
    Tally tally = beneficiaries.follow(beneficiaries.get(session.beneficiaryId())).tally();
    if (!tally.find(sessionId).map(line -> line.why().isForAPerson()).orElse(false)) {
      throw new Rejected(ProgrammeProblem.NOT_TO_DECIDE);
    }
    rows.decide(
        sessionId, new Decision(counted, Seasons.words(reason, 1_000), by.name(), seasons.now()));
  }

  @Transactional(readOnly = true)
  public Meeting getMeeting(UUID id) {
    return rows.findMeeting(id).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_MEETING));
  }

  @Transactional(readOnly = true)
  public Session get(UUID id) {
    return rows.findSession(id).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_MEETING));
  }

  /** The sessions of a meeting. */
  @Transactional(readOnly = true)
  public List<Session> listOfMeeting(UUID meetingId) {
    return rows.listOfMeeting(meetingId);
  }

  /** Those of a season, by time. */
  @Transactional(readOnly = true)
  public List<Session> listOfSeason(UUID seasonId) {
    return rows.listOfSeason(seasonId);
  }

  @Transactional(readOnly = true)
  public List<Participant> listParticipants(UUID meetingId) {
    return rows.listParticipants(meetingId);
  }

  @Transactional(readOnly = true)
  Participant getParticipant(UUID id) {
    return rows.findParticipant(id).orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_LINK));
  }

  /** Someone says whether they come. */
  @Transactional
  void answer(UUID participantId, boolean coming) {
    rows.answer(participantId, coming, seasons.now());
    if (!coming) {
      Session session = get(getParticipant(participantId).sessionId());
      events.publishEvent(new PlaceGivenBack(session.meeting().id()));
    }
  }

  /** What is in the calendar of someone: of their authority, or of everyone. */
  @Transactional(readOnly = true)
  public List<Meeting> listFor(Person who, Instant from) {
    UUID organization = who.organizationId();
    if (organization == null) {
      return rows.listMeetingsFrom(from);
    }
    return rows.listOfOrganization(organization).stream()
        .map(Session::meeting)
        .filter(one -> !one.startsAt().isBefore(from))
        .distinct()
        .toList();
  }
}
