package fr.jalon.portal.help;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.deposit.Glimpse;
import fr.jalon.portal.deposit.Glimpses;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.SuggestedMend;
import fr.jalon.portal.deposit.SuggestedMends;
import fr.jalon.portal.deposit.SuggestionSettled;
import fr.jalon.portal.help.HelpRequest.State;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.StageKind;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Requests for help, from the question to what settled it. A person sees those of their own
 * authority, those who accompany authorities see all; to anyone else there is no such request.
 */
@Service
public class HelpRequests {
  static final int LONGEST_TEXT = 10_000;

  /** Asked by one person within an hour, beyond which nobody is writing any more. */
  static final int MOST_AN_HOUR = 20;

  private final HelpRows rows;
  private final HelpFiles files;
  private final HelpMails mails;
  private final Glimpses glimpses;
  private final SuggestedMends suggested;
  private final Accounts accounts;
  private final Beneficiaries beneficiaries;
  private final Sessions sessions;
  private final Seasons seasons;
  private final Clock clock;

  HelpRequests(
      HelpRows rows,
      HelpFiles files,
      HelpMails mails,
      Glimpses glimpses,
      SuggestedMends suggested,
      Accounts accounts,
      Beneficiaries beneficiaries,
      Sessions sessions,
      Seasons seasons,
      Clock clock) {
    this.rows = rows;
    this.files = files;
    this.mails = mails;
    this.glimpses = glimpses;
    this.suggested = suggested;
    this.accounts = accounts;
    this.beneficiaries = beneficiaries;
    this.sessions = sessions;
    this.seasons = seasons;
    this.clock = clock;
  }

  /** True for those who accompany authorities, and answer. */
  static boolean helps(Person who) {
    return who.role() == Role.FACILITATOR || who.role() == Role.ADMINISTRATOR;
  }

  /** Asks for help; those who help are told by mail. */
  @Transactional
  public HelpRequest ask(Person who, Asked asked, List<MultipartFile> attached) {
    Instant now = now();
    if (rows.countSince(who.id(), now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
      throw new Rejected(HelpProblem.TOO_MANY_REQUESTS);
    }
    Place place = asked.place();
    Glimpse.Counts counts =
        place == null ? Glimpse.Counts.NONE : glimpses.count(place.depositId(), who);
    if (keep(who, asked, counts, now, attached)) {
      mails.asked(getForUpdate(asked.once()), who, words(asked.text()));
    }
    return get(asked.once(), who);
  }

  /**
   * Notes what a person of an authority asked by telephone, by letter or at a meeting: it waits
   * since then. Nobody is told by mail: whoever notes it is there.
   */
  @Transactional
  public HelpRequest note(Person helper, Person author, Asked asked, Instant at) {
    requireHelper(helper);
    keep(author, asked, Glimpse.Counts.NONE, at.isBefore(now()) ? at : now(), List.of());
    return get(asked.once(), helper);
  }

  private boolean keep(
      Person author, Asked asked, Glimpse.Counts counts, Instant at, List<MultipartFile> attached) {
    UUID organization = author.organizationId();
    if (organization == null) {
      throw new Rejected(HelpProblem.FOR_AUTHORITIES);
    }
    String text = words(asked.text());
    Instant due = WorkingTime.closingAfter(at, asked.urgency().days());
    boolean first =
        rows.insert(asked.once(), organization, author.id(), author.name(), asked, counts, at, due);
    if (first) {
      UUID line = UUID.randomUUID();
      say(asked.once(), line(line, at, author, false, Line.What.ASKED, text, null), attached);
    }
    return first;
  }

  /** What somebody of either side says; said of one that was over, it opens it again. */
  @Transactional
  public void say(UUID id, Person who, UUID once, String text, List<MultipartFile> attached) {
    HelpRequest request = getForUpdate(id, who);
    boolean helps = helps(who);
    String said = HelpFiles.sent(attached).isEmpty() ? words(text) : optional(text);
    Line line = line(once, now(), who, helps, Line.What.SAID, said, null);
    if (!say(id, line, attached)) {
      return;
    }
    if (helps) {
      answer(request, who);
      mails.answered(request, who, said);
    } else {
      wait(request);
      mails.replied(getForUpdate(id), who, said);
    }
  }

  /**
   * What the authority wrote elsewhere, pasted by somebody who received it: no mail tells of it.
   */
  @Transactional
  public void paste(UUID id, Person helper, UUID once, String text) {
    requireHelper(helper);
    HelpRequest request = getForUpdate(id, helper);
    if (say(id, line(once, now(), helper, true, Line.What.PASTED, words(text), null), List.of())) {
      rows.join(id, helper.id(), helper.name(), now());
      wait(request);
    }
  }

  /** Somebody looks after it; others may answer all the same. */
  @Transactional
  public void join(UUID id, Person helper) {
    requireHelper(helper);
    getForUpdate(id, helper);
    if (rows.join(id, helper.id(), helper.name(), now())) {
      UUID line = UUID.randomUUID();
      say(id, line(line, now(), helper, true, Line.What.JOINED, "", null), List.of());
    }
  }

  /**
   * Proposes values for cells of the deposit; who asked accepts them there.
   *
   * @return what is proposed, empty when the form was sent before
   */
  @Transactional
  public Optional<SuggestedMend> suggestCells(
      UUID id, Person helper, UUID once, List<SuggestedMends.Written> cells, String text) {
    HelpRequest request = aboutADeposit(id, helper);
    if (isSaid(id, once)) {
      return Optional.empty();
    }
    SuggestedMend made = suggested.suggestCells(place(request).depositId(), helper, cells);
    suggest(request, helper, once, made, text);
    return Optional.of(made);
  }

  /**
   * Proposes to accept a mend of the deposit.
   *
   * @param seen its fingerprint, as it was shown
   */
  @Transactional
  public void suggestMend(
      UUID id, Person helper, UUID once, String mendId, String seen, String text) {
    HelpRequest request = aboutADeposit(id, helper);
    if (isSaid(id, once)) {
      return;
    }
    suggest(
        request,
        helper,
        once,
        suggested.suggestMend(place(request).depositId(), helper, mendId, seen),
        text);
  }

  private boolean isSaid(UUID id, UUID once) {
    return rows.listLines(id).stream().anyMatch(line -> line.id().equals(once));
  }

  /** Its deposit is locked first, as it is by whoever takes what was proposed. */
  private HelpRequest aboutADeposit(UUID id, Person helper) {
    requireHelper(helper);
    Place place = get(id, helper).where().place();
    if (place == null) {
      throw new Rejected(HelpProblem.NO_DEPOSIT);
    }
    suggested.lock(place.depositId(), helper);
    return getForUpdate(id, helper);
  }

  private static Place place(HelpRequest request) {
    return Objects.requireNonNull(request.where().place(), "place");
  }

  private void suggest(
      HelpRequest request, Person helper, UUID once, SuggestedMend mend, String text) {
    String said = optional(text);
    say(
        request.id(),
        line(once, now(), helper, true, Line.What.SUGGESTED, said, mend.id()),
        List.of());
    answer(request, helper);
    mails.suggested(request, helper, mend.addresses(), said);
  }

  /** What was proposed is answered on the deposit: its thread says so. */
  @EventListener
  void on(SuggestionSettled settled) {
    rows.findBySuggestion(settled.suggestionId())
        .flatMap(rows::findForUpdate)
        .ifPresent(request -> settled(request, settled));
  }

  private void settled(HelpRequest request, SuggestionSettled settled) {
    Person by = settled.by();
    Line.What what = settled.taken() ? Line.What.TAKEN : Line.What.DECLINED;
    say(
        request.id(),
        line(UUID.randomUUID(), now(), by, helps(by), what, "", settled.suggestionId()),
        List.of());
    if (settled.taken()) {
      // a question asked since still waits, and what is over stays over
      if (request.state() == State.ANSWERED) {
        rows.turn(request.id(), State.ANSWERED, now(), request.dueAt());
      }
    } else {
      wait(request);
      mails.declined(request, by);
    }
  }

  /** It is settled; who asked is told by mail when somebody who helps says so. */
  @Transactional
  public void solve(UUID id, Person who, UUID once, String text) {
    HelpRequest request = getForUpdate(id, who);
    String said = optional(text);
    if (request.state() == State.SOLVED
        || !say(id, line(once, now(), who, helps(who), Line.What.SOLVED, said, null), List.of())) {
      return;
    }
    if (helps(who)) {
      answer(request, who);
      mails.solved(request, who, said);
    }
    rows.turn(id, State.SOLVED, now(), request.dueAt());
  }

  /**
   * Counts it as a session of the authority, by the decision of a named person; whether it does is
   * still the agreement's to say.
   */
  @Transactional
  public Session count(UUID id, Person helper, String reason) {
    requireHelper(helper);
    HelpRequest request = getForUpdate(id, helper);
    if (request.sessionId() != null) {
      throw new Rejected(HelpProblem.COUNTED_ALREADY);
    }
    String why = words(reason);
    Beneficiary one =
        beneficiaries.listOf(request.organizationId()).stream()
            .findFirst()
            .orElseThrow(() -> new Rejected(HelpProblem.NOT_ACCOMPANIED));
    Season season = seasons.get(one.seasonId());
    Stage stage =
        season.plan().track().stages().stream()
            .filter(each -> each.kind() == StageKind.HELP)
            .findFirst()
            .orElseThrow(() -> new Rejected(HelpProblem.NOT_ACCOMPANIED));
    LocalDate day = request.askedAt().atZone(WorkingTime.ZONE).toLocalDate();
    Meeting meeting = sessions.note(helper, season, List.of(one.id()), day, stage.key(), true);
    Session session =
        sessions.listOfMeeting(meeting.id()).stream()
            .filter(each -> each.beneficiaryId().equals(one.id()))
            .findFirst()
            .orElseThrow(() -> new Rejected(HelpProblem.NOT_ACCOMPANIED));
    boolean ours =
        beneficiaries
            .follow(one)
            .tally()
            .find(session.id())
            .map(line -> line.why().isForAPerson())
            .orElse(false);
    if (ours) {
      sessions.decide(helper, session.id(), true, why);
    }
    rows.count(id, session.id());
    say(id, line(UUID.randomUUID(), now(), helper, true, Line.What.COUNTED, why, null), List.of());
    return sessions.get(session.id());
  }

  /** What this person may see: who waits first, the least time left first; at most 200. */
  @Transactional(readOnly = true)
  public List<HelpRequest> listFor(Person who) {
    return rows.list(helps(who) ? null : Objects.requireNonNull(who.organizationId(), "authority"));
  }

  /** Those that wait for somebody who helps, the least time left first. */
  @Transactional(readOnly = true)
  public List<Waiting> listWaiting() {
    Instant now = now();
    return rows.listWaiting().stream()
        .map(
            one ->
                new Waiting(
                    one.id(),
                    one.organizationId(),
                    one.number(),
                    one.urgency(),
                    one.where().place(),
                    one.where().page(),
                    one.turnAt(),
                    one.dueAt(),
                    one.isLate(now)))
        .toList();
  }

  /**
   * All that these authorities ever asked, the first first: one statement for all of them. Whoever
   * calls checks who may see it.
   */
  @Transactional(readOnly = true)
  public List<HelpRequest> listOfAll(Collection<UUID> organizationIds) {
    return rows.listOfAll(organizationIds);
  }

  /** Those about a deposit that are not over; for whoever may see the deposit. */
  @Transactional(readOnly = true)
  List<HelpRequest> listOfDeposit(UUID depositId) {
    return rows.listOfDeposit(depositId);
  }

  @Transactional(readOnly = true)
  public HelpRequest get(UUID id, Person who) {
    return rows.find(id).filter(one -> isSeenBy(one, who)).orElseThrow(HelpRequests::none);
  }

  @Transactional(readOnly = true)
  List<Line> listLines(HelpRequest request) {
    return rows.listLines(request.id());
  }

  @Transactional(readOnly = true)
  List<Attachment> listAttachments(HelpRequest request) {
    return rows.listAttachments(request.id());
  }

  /** People who may still sign in, for what tells who they are. */
  List<Person> listPeople(HelpRequest request) {
    return accounts.listOf(request.organizationId());
  }

  private HelpRequest getForUpdate(UUID id, Person who) {
    return rows.findForUpdate(id).filter(one -> isSeenBy(one, who)).orElseThrow(HelpRequests::none);
  }

  private HelpRequest getForUpdate(UUID id) {
    return rows.findForUpdate(id).orElseThrow(HelpRequests::none);
  }

  private static boolean isSeenBy(HelpRequest request, Person who) {
    return helps(who) || request.organizationId().equals(who.organizationId());
  }

  private static Rejected none() {
    return new Rejected(HelpProblem.NO_SUCH_REQUEST);
  }

  static void requireHelper(Person who) {
    if (!helps(who)) {
      throw new Rejected(HelpProblem.FOR_HELPERS);
    }
  }

  /** It is the turn of who asked; the first time is measured. */
  private void answer(HelpRequest request, Person helper) {
    Instant now = now();
    rows.join(request.id(), helper.id(), helper.name(), now);
    rows.answered(request.id(), WorkingTime.between(request.askedAt(), now));
    rows.turn(request.id(), State.ANSWERED, now, request.dueAt());
  }

  /** It is the turn of those who help; the clock of one that waits already goes on. */
  private void wait(HelpRequest request) {
    if (request.state() != State.WAITING) {
      Instant now = now();
      rows.turn(
          request.id(),
          State.WAITING,
          now,
          WorkingTime.closingAfter(now, request.urgency().days()));
    }
  }

  private boolean say(UUID id, Line line, List<MultipartFile> attached) {
    List<Attachment> kept = files.keep(line.id(), attached);
    boolean first = rows.say(id, line);
    if (first) {
      kept.forEach(one -> rows.attach(id, one));
    }
    return first;
  }

  private static Line line(
      UUID id,
      Instant at,
      Person who,
      boolean helping,
      Line.What what,
      String text,
      @Nullable UUID suggestionId) {
    return new Line(id, at, who.id(), who.name(), helping, what, text, suggestionId);
  }

  static String words(String text) {
    String words = optional(text);
    if (words.isEmpty()) {
      throw new Rejected(HelpProblem.WORDS_MISSING);
    }
    return words;
  }

  static String optional(String text) {
    String words = text.replace("\u0000", "").strip();
    if (words.length() > LONGEST_TEXT) {
      throw new Rejected(HelpProblem.TOO_LONG, LONGEST_TEXT);
    }
    return words;
  }

  /** PostgreSQL keeps microseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
