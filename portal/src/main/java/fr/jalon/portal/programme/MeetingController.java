package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.PageAddress;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Meetings and workshops, for those who hold them. */
@Controller
class MeetingController {
  private static final String NEW = ProgrammePaths.SEASONS + "/{slug}/nouveau-rendez-vous";
  private static final String ONE = ProgrammePaths.MEETINGS + "/{id}";

  private final Sessions sessions;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final MeetingViews views;
  private final KeptPapers papers;

  MeetingController(
      Sessions sessions,
      Seasons seasons,
      Beneficiaries beneficiaries,
      MeetingViews views,
      KeptPapers papers) {
    this.sessions = sessions;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.views = views;
    this.papers = papers;
  }

  @GetMapping(NEW)
  String form(
      Page page,
      @PathVariable String slug,
      @RequestParam(name = "pour", required = false) @Nullable UUID chosen,
      @RequestParam(name = "etape", defaultValue = "") String stage,
      Model model) {
    Map<String, String> typed =
        Map.of("stage", stage, "time", "09:30", "length", String.valueOf(Sessions.USUAL_LENGTH));
    return form(
        page,
        seasons.get(slug),
        typed,
        chosen == null ? List.of() : List.of(chosen),
        FormErrors.NONE,
        model);
  }

  @PostMapping(NEW)
  String plan(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Season season = seasons.get(slug);
    Fields fields = new Fields(sent);
    Appointment appointment = appointment(fields, fields.text("stage"));
    List<UUID> chosen = fields.ids("who");
    if (!fields.isWrong()) {
      try {
        Sessions.Planned planned = sessions.plan(who, season, appointment, chosen);
        String busy =
            planned.busy().stream().map(Beneficiary::name).collect(Collectors.joining(", "));
        attributes.addFlashAttribute(
            Flash.NAME,
            busy.isEmpty()
                ? Flash.of("programme.planned")
                : Flash.of("programme.planned.busy", busy));
        return "redirect:" + planned.meeting().href();
      } catch (Rejected rejected) {
        fields.fault(field(SeasonController.problem(rejected)), rejected);
      }
    }
    response.setStatus(422);
    return form(page, season, fields.typed(), chosen, fields.errors(page.messages()), model);
  }

  private static Appointment appointment(Fields fields, String stage) {
    LocalDate day = fields.day("day");
    LocalTime time = fields.time("time");
    int length = fields.number("length", 1, Meeting.LONGEST);
    String link = fields.optional("link", 300);
    if (!link.isEmpty() && !PageAddress.isOne(link)) {
      fields.fault("link", ProgrammeProblem.NO_SUCH_PAGE);
    }
    return new Appointment(stage, day, time, length, fields.optional("place", 300), link);
  }

  private static String field(ProgrammeProblem problem) {
    return switch (problem) {
      case NO_SUCH_STAGE -> "stage";
      case NOBODY_CHOSEN -> "who";
      case WRONG_LENGTH -> "length";
      default -> "day";
    };
  }

  private String form(
      Page page,
      Season season,
      Map<String, String> typed,
      List<UUID> chosen,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("programme.plan.title"));
    model.addAttribute("season", season);
    model.addAttribute("stages", BeneficiaryViews.stages(season));
    model.addAttribute("beneficiaries", beneficiaries.listOfSeason(season.id()));
    model.addAttribute("chosen", chosen);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "programme/plan";
  }

  /** The meetings of a season, month by month. */
  @GetMapping(ProgrammePaths.SEASONS + "/{slug}/calendrier")
  String calendar(Page page, @PathVariable String slug, Model model) {
    Season season = seasons.get(slug);
    model.addAttribute("page", page.titled("programme.calendar.title", season.name()));
    model.addAttribute("season", season);
    model.addAttribute("months", views.months(page, season));
    return "programme/calendar";
  }

  /** Notes a session from the board. */
  @PostMapping(ProgrammePaths.SEASONS + "/{slug}/noter")
  String note(
      Person who,
      @PathVariable String slug,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    Season season = seasons.get(slug);
    Fields fields = new Fields(sent);
    LocalDate day = fields.day("day");
    if (fields.isWrong()) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_DAY);
    }
    Meeting meeting =
        sessions.note(
            who,
            season,
            fields.ids("who"),
            day,
            fields.text("stage"),
            !fields.text("came").equals("non"));
    String names =
        sessions.listOfMeeting(meeting.id()).stream()
            .map(Session::beneficiaryId)
            .filter(fields.ids("who")::contains)
            .map(beneficiaries::get)
            .map(Beneficiary::name)
            .collect(Collectors.joining(", "));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.noted", names));
    return "redirect:/accueil?saison=" + season.slug();
  }

  @GetMapping(ONE)
  String show(Page page, @PathVariable UUID id, Model model) {
    return show(page, sessions.getMeeting(id), null, FormErrors.NONE, model);
  }

  @PostMapping(ONE + "/deplacer")
  String move(
      Page page,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Meeting meeting = sessions.getMeeting(id);
    Fields fields = new Fields(sent);
    Appointment appointment = appointment(fields, meeting.stage());
    if (!fields.isWrong()) {
      try {
        sessions.move(id, appointment, fields.revision());
        return back(id, "programme.moved", attributes);
      } catch (Rejected rejected) {
        ProgrammeProblem problem = SeasonController.problem(rejected);
        if (problem.status() == 409) {
          throw rejected;
        }
        fields.fault(field(problem), rejected);
      }
    }
    response.setStatus(422);
    return show(page, meeting, fields.typed(), fields.errors(page.messages()), model);
  }

  @PostMapping(ONE + "/annuler")
  String cancel(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    sessions.cancel(id, new Fields(sent).revision());
    return back(id, "programme.cancelled", attributes);
  }

  @PostMapping(ONE + "/presence")
  String attend(
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    sessions.attend(who, id, new Fields(sent).ids("who"));
    return back(id, "programme.attended", attributes);
  }

  @PostMapping(ONE + "/compte-rendu")
  String write(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    sessions.write(id, fields.text("note"), fields.revision());
    return back(id, "programme.written", attributes);
  }

  @PostMapping(ONE + "/inviter")
  String add(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    sessions.add(id, new Fields(sent).ids("who"));
    return back(id, "programme.added", attributes);
  }

  /** A named person says whether a session counts. */
  @PostMapping(ProgrammePaths.MEETINGS + "/sessions/{id}")
  String decide(
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    sessions.decide(who, id, fields.yes("counted"), fields.text("reason"));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.counted.decided"));
    return "redirect:" + ProgrammePaths.beneficiary(sessions.get(id).beneficiaryId());
  }

  private static String back(UUID id, String key, RedirectAttributes attributes) {
    attributes.addFlashAttribute(Flash.NAME, Flash.of(key));
    return "redirect:" + ProgrammePaths.meeting(id);
  }

  private String show(
      Page page,
      Meeting meeting,
      @Nullable Map<String, String> typed,
      FormErrors errors,
      Model model) {
    Season season = seasons.get(meeting.seasonId());
    Map<UUID, Beneficiary> all =
        beneficiaries.listOfSeason(season.id()).stream()
            .collect(
                Collectors.toMap(
                    Beneficiary::id, Function.identity(), (one, two) -> one, LinkedHashMap::new));
    model.addAttribute("page", page.named(Words.stage(season, meeting.stage())));
    model.addAttribute("season", season);
    model.addAttribute("view", views.of(page, meeting, all));
    Map<String, String> kinds = new LinkedHashMap<>();
    ProgrammePapers.ofMeetings().forEach(kind -> kinds.put(kind.key(), page.t(kind.messageKey())));
    model.addAttribute("kinds", kinds);
    model.addAttribute("papers", papers.list(meeting.id()));
    model.addAttribute("typed", typed == null ? write(meeting) : typed);
    model.addAttribute("errors", errors);
    return "programme/meeting";
  }

  private static Map<String, String> write(Meeting meeting) {
    return Map.of(
        "day", meeting.day().toString(),
        "time", LocalTime.ofInstant(meeting.startsAt(), Meeting.ZONE).withSecond(0).toString(),
        "length", String.valueOf(meeting.length()),
        "place", meeting.place(),
        "link", meeting.link());
  }
}
