package fr.jalon.portal.workshop;

import fr.jalon.engine.Sentences;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Participant;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.programme.Words;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.PortalSettings;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells workshops in words. */
@Component
class WorkshopViews {
  /** Stopped by one card, so many are no accident: it is shown to all. */
  static final int SEVERAL = 3;

  /** Steps of an exercise: the last, publication, is no practice. */
  private static final int STEPS = Step.SANDBOX.ordinal() + 1;

  private static final int MOST_CELLS = 3;
  private static final int MOST_TASKS = 6;

  private final Workshops workshops;
  private final Practices practices;
  private final Materials materials;
  private final Sessions sessions;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final PortalSettings portal;

  WorkshopViews(
      Workshops workshops,
      Practices practices,
      Materials materials,
      Sessions sessions,
      Seasons seasons,
      Beneficiaries beneficiaries,
      PortalSettings portal) {
    this.workshops = workshops;
    this.practices = practices;
    this.materials = materials;
    this.sessions = sessions;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.portal = portal;
  }

  static boolean leads(Person who) {
    return who.role() == Role.FACILITATOR || who.role() == Role.ADMINISTRATOR;
  }

  WorkshopView.Listed list(Page page, Person who, Season season, List<Season> all) {
    List<WorkshopView.Row> coming = new ArrayList<>();
    List<WorkshopView.Row> past = new ArrayList<>();
    Map<UUID, Workshops.Place> own =
        who.role().belongsToAnAuthority() ? workshops.listPlaces(who) : Map.of();
    for (SignUps one : workshops.ofSeason(season.id())) {
      boolean over = isOver(one.workshop().meeting());
      (over ? past : coming).add(row(page, own, season, one));
    }
    Map<String, String> names = new LinkedHashMap<>();
    all.forEach(one -> names.put(one.slug(), one.name()));
    return new WorkshopView.Listed(season, leads(who), coming, past, names);
  }

  private boolean isOver(Meeting meeting) {
    return meeting.cancelled() || meeting.day().isBefore(seasons.today());
  }

  private WorkshopView.Row row(
      Page page, Map<UUID, Workshops.Place> places, Season season, SignUps one) {
    Workshop workshop = one.workshop();
    Meeting meeting = workshop.meeting();
    Workshops.@Nullable Place own = places.get(workshop.id());
    return new WorkshopView.Row(
        workshop.href(),
        Words.stage(season, meeting.stage()),
        Words.moment(page.messages(), meeting),
        Words.place(page.messages(), meeting),
        meeting.cancelled()
            ? page.t("workshop.cancelled")
            : isOver(meeting) ? attended(page, one) : places(page, one),
        own == null ? "" : page.t("workshop.place." + own),
        workshop.isOpen(seasons.today()));
  }

  private static String attended(Page page, SignUps one) {
    return one.came().isEmpty()
        ? page.t("workshop.attended.none")
        : page.n("workshop.attended", one.came().size());
  }

  private static String places(Page page, SignUps one) {
    String places =
        one.isFull()
            ? page.t("workshop.places.none", one.workshop().capacity())
            : page.n("workshop.places", one.free(), one.workshop().capacity());
    return one.waiting() == 0
        ? places
        : places + " " + page.n("workshop.places.waiting", one.waiting());
  }

  WorkshopView.One one(Page page, Person who, Workshop workshop) {
    Meeting meeting = workshop.meeting();
    Season season = seasons.get(meeting.seasonId());
    boolean leads = leads(who);
    boolean signsUp = who.role().belongsToAnAuthority();
    SignUps full = workshops.signUps(workshop.id());
    boolean openToSignUp = !meeting.cancelled() && meeting.startsAt().isAfter(seasons.now());
    return new WorkshopView.One(
        workshop,
        season,
        Words.stage(season, meeting.stage()),
        Words.moment(page.messages(), meeting),
        Words.place(page.messages(), meeting),
        Words.length(page.messages(), meeting),
        meeting.movedFrom() == null ? "" : page.t("workshop.moved-from", meeting.movedFrom()),
        meeting.cancelled() ? page.t("workshop.cancelled") : "",
        isOver(meeting) ? attended(page, full) : places(page, full),
        page.t(workshop.exercise().key()),
        workshops.findPlace(workshop.id(), who).orElse(null),
        leads,
        signsUp,
        openToSignUp,
        !meeting.cancelled() && !meeting.day().isAfter(seasons.today()),
        workshop.isOpen(seasons.today()),
        leads ? there(workshop) : List.of(),
        leads
            ? workshops.listWaiting(workshop.id()).stream().map(Waiting::name).toList()
            : List.of(),
        materials.listOf(workshop.id()).stream().map(each -> paper(page, each)).toList());
  }

  /** Who is to come, by authority; who practised under their first name is ticked already. */
  private List<WorkshopView.There> there(Workshop workshop) {
    Map<UUID, Beneficiary> all =
        beneficiaries.listOfSeason(workshop.meeting().seasonId()).stream()
            .collect(Collectors.toMap(Beneficiary::id, one -> one));
    Map<UUID, List<Participant>> people =
        sessions.listParticipants(workshop.id()).stream()
            .collect(Collectors.groupingBy(Participant::sessionId));
    Set<String> practised = new HashSet<>();
    practices.listOf(workshop.id()).forEach(one -> practised.add(folded(one.firstName())));
    List<WorkshopView.There> there = new ArrayList<>();
    for (Session session : sessions.listOfMeeting(workshop.id())) {
      Beneficiary one = all.get(session.beneficiaryId());
      List<Participant> of = people.getOrDefault(session.id(), List.of());
      boolean seen =
          of.stream().anyMatch(each -> practised.contains(folded(each.name().split(" ")[0])));
      if (one != null) {
        there.add(
            new WorkshopView.There(
                one.id(),
                one.name(),
                of.stream().map(Participant::name).toList(),
                session.came() == null ? seen || practised.isEmpty() : session.came()));
      }
    }
    there.sort(Comparator.comparing(WorkshopView.There::name));
    return there;
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static WorkshopView.Paper paper(Page page, Material one) {
    String link = one.link();
    return new WorkshopView.Paper(
        one.id(),
        one.title(),
        link == null ? WorkshopPaths.workshop(one.workshopId()) + "/documents/" + one.id() : link,
        link == null ? page.size(one.size()) : "",
        link != null);
  }

  WorkshopView.Live live(Page page, Workshop workshop, List<Trainee> all, int coming) {
    Instant now = seasons.now();
    Season season = seasons.get(workshop.meeting().seasonId());
    return new WorkshopView.Live(
        workshop,
        Words.stage(season, workshop.meeting().stage()),
        apart(workshop),
        page.n("workshop.live.present", present(all), coming),
        page.t("workshop.live.updated", clockTime(page, now)),
        all.stream()
            .filter(one -> one.hand() != null)
            .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.hand(), "hand").at()))
            .map(one -> hand(page, one, now))
            .toList(),
        common(page, workshop, all, now),
        all.stream().filter(one -> one.isSilent(now)).map(one -> silent(page, one, now)).toList(),
        all.stream().map(one -> person(page, one, now)).toList(),
        all.stream().anyMatch(one -> one.formerDepositId() != null));
  }

  /** Without those who were there the day before, and did not come back. */
  private long present(List<Trainee> all) {
    return all.stream().filter(one -> one.isOf(seasons.today())).count();
  }

  /** "4C7 KMP": two halves are dictated better than six characters. */
  private static String apart(Workshop workshop) {
    Workshop.Door door = workshop.door();
    return door == null ? "" : door.code().substring(0, 3) + " " + door.code().substring(3);
  }

  private static String clockTime(Page page, Instant now) {
    return java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss", page.messages().locale())
        .format(now.atZone(Messages.PARIS));
  }

  private WorkshopView.Hand hand(Page page, Trainee one, Instant now) {
    Trainee.Hand hand = Objects.requireNonNull(one.hand(), "hand");
    return new WorkshopView.Hand(
        one.id(),
        one.firstName(),
        where(page, hand.place()),
        hand.words(),
        since(page, hand.at(), now),
        hand.place().href());
  }

  private WorkshopView.Silent silent(Page page, Trainee one, Instant now) {
    return new WorkshopView.Silent(
        one.firstName(),
        where(page, one.place()),
        since(page, one.actedAt(), now),
        one.place().href());
  }

  /** The cards that stop several, the one that stops most of them first. */
  private List<WorkshopView.Common> common(
      Page page, Workshop workshop, List<Trainee> all, Instant now) {
    Map<String, Long> byCard =
        all.stream()
            .map(one -> one.stoppedAt(now))
            .filter(place -> place != null && !place.card().isEmpty())
            .collect(Collectors.groupingBy(Place::card, LinkedHashMap::new, Collectors.counting()));
    return byCard.entrySet().stream()
        .filter(entry -> entry.getValue() >= SEVERAL)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(
            entry ->
                new WorkshopView.Common(
                    page.n("workshop.live.common", entry.getValue(), card(page, entry.getKey())),
                    entry.getKey(),
                    entry.getKey().equals(workshop.shownCard())))
        .toList();
  }

  private WorkshopView.Person person(Page page, Trainee one, Instant now) {
    String state = one.hand() != null ? "hand" : one.isSilent(now) ? "silent" : "";
    if (one.isDone()) {
      state = state.isEmpty() ? "done" : state;
    }
    return new WorkshopView.Person(
        one.id(),
        one.firstName(),
        Math.min(one.place().step().ordinal(), STEPS),
        STEPS,
        page.t(one.place().step().key()),
        one.place().card().isEmpty() ? "" : card(page, one.place().card()),
        since(page, one.actedAt(), now),
        state.isEmpty() ? "" : page.t("workshop.live.state." + state),
        switch (state) {
          case "hand" -> "error";
          case "silent" -> "warning";
          case "done" -> "done";
          default -> "";
        },
        one.place().href(),
        one.formerDepositId() != null);
  }

  private static String since(Page page, Instant at, Instant now) {
    long minutes = Duration.between(at, now).toMinutes();
    return minutes < 1 ? page.t("workshop.since.now") : page.n("workshop.since", minutes);
  }

  /** "corrections, « Des montants contiennent du texte », B12 et B31". */
  String where(Page page, Place place) {
    List<String> parts = new ArrayList<>();
    parts.add(page.t(place.step().key()));
    if (!place.card().isEmpty()) {
      parts.add(page.t("workshop.card", card(page, place.card())));
    }
    if (!place.cells().isEmpty()) {
      parts.add(
          Sentences.in(page.messages().locale())
              .list(place.cells().stream().limit(MOST_CELLS).toList()));
    }
    return String.join(", ", parts);
  }

  private static String card(Page page, String code) {
    Sentences sentences = Sentences.in(page.messages().locale());
    return sentences.has("finding." + code + ".title")
        ? sentences.title(code)
        : page.t("workshop.card.other");
  }

  WorkshopView.Projected projected(Page page, Workshop workshop) {
    Season season = seasons.get(workshop.meeting().seasonId());
    String shown = workshop.shownCard();
    Sentences sentences = Sentences.in(page.messages().locale());
    String help =
        shown != null && sentences.has("finding." + shown + ".help")
            ? sentences.say("finding." + shown + ".help", Map.of())
            : "";
    return new WorkshopView.Projected(
        workshop,
        Words.stage(season, workshop.meeting().stage()),
        apart(workshop),
        portal.link(WorkshopPaths.DOOR).replaceFirst("^https?://", ""),
        page.t(workshop.exercise().key()),
        tasks(page, workshop.exercise()),
        shown == null ? "" : card(page, shown),
        help);
  }

  private static List<String> tasks(Page page, Exercise exercise) {
    List<String> tasks = new ArrayList<>();
    for (int n = 1; n <= MOST_TASKS; n++) {
      String key = exercise.key() + ".task." + n;
      if (page.messages().has(key)) {
        tasks.add(page.t(key));
      }
    }
    return tasks;
  }

  /** Those whom someone at the door may be. */
  List<WorkshopView.Away> away(Page page, List<Trainee> all) {
    Instant now = seasons.now();
    return all.stream()
        .map(
            one ->
                new WorkshopView.Away(
                    one.id(),
                    one.firstName(),
                    one.isOf(seasons.today())
                        ? since(page, one.seenAt(), now)
                        : page.t("workshop.back.earlier")))
        .toList();
  }

  WorkshopView.Sheet sheet(Page page, Trainee one) {
    Workshop workshop = workshops.get(one.workshopId());
    Season season = seasons.get(workshop.meeting().seasonId());
    Trainee.@Nullable Hand hand = one.hand();
    return new WorkshopView.Sheet(
        Words.stage(season, workshop.meeting().stage()),
        page.t(workshop.exercise().key()),
        page.t(workshop.exercise().key() + ".story"),
        tasks(page, workshop.exercise()),
        one.firstName(),
        "/depots/" + one.depositId(),
        hand == null ? "" : where(page, hand.place()),
        one.isDone());
  }
}
