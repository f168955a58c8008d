package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar of a person, for programs; and what is answered to an invitation. */
@Controller
class CalendarController {
  private static final String SUFFIX = ".ics";

  private final Calendars calendars;
  private final Sessions sessions;
  private final Seasons seasons;
  private final Seal seal;

  CalendarController(Calendars calendars, Sessions sessions, Seasons seasons, Seal seal) {
    this.calendars = calendars;
    this.sessions = sessions;
    this.seasons = seasons;
    this.seal = seal;
  }

  @GetMapping(ProgrammePaths.CALENDARS)
  String mine(Page page, Person who, Model model) {
    model.addAttribute("page", page.titled("programme.feed.title"));
    model.addAttribute("address", calendars.findAddress(who).orElse(null));
    return "programme/feed";
  }

  @PostMapping(ProgrammePaths.CALENDARS)
  String renew(Person who, RedirectAttributes attributes) {
    calendars.renew(who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.feed.renewed"));
    return "redirect:" + ProgrammePaths.CALENDARS;
  }

  @GetMapping(ProgrammePaths.CALENDARS + "/{token}")
  ResponseEntity<String> feed(@PathVariable String token) {
    if (!token.endsWith(SUFFIX)) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_LINK);
    }
    return calendar(calendars.read(token.substring(0, token.length() - SUFFIX.length())));
  }

  /** What the link of a mail leads to; nothing is done before a button is pressed. */
  @GetMapping(ProgrammePaths.ANSWERS + "/{token}")
  Object invitation(
      Page page,
      @PathVariable String token,
      @RequestParam(name = "reponse", defaultValue = "") String answer,
      Model model) {
    boolean file = token.endsWith(SUFFIX);
    String link = file ? token.substring(0, token.length() - SUFFIX.length()) : token;
    Participant participant = participant(link);
    Session session = sessions.get(participant.sessionId());
    Season season = seasons.get(session.meeting().seasonId());
    if (file) {
      return calendar(calendars.of(season, session.meeting()));
    }
    model.addAttribute(
        "page",
        page.titled("programme.answer.title", Words.stage(season, session.meeting().stage())));
    model.addAttribute("action", ProgrammePaths.ANSWERS + "/" + link);
    model.addAttribute("meeting", session.meeting());
    model.addAttribute("when", Words.moment(page.messages(), session.meeting()));
    model.addAttribute("where", Words.place(page.messages(), session.meeting()));
    model.addAttribute("over", session.meeting().endsAt().isBefore(seasons.now()));
    model.addAttribute("participant", participant);
    model.addAttribute("answer", answer);
    return "programme/answer";
  }

  @PostMapping(ProgrammePaths.ANSWERS + "/{token}")
  String answer(
      @PathVariable String token,
      @RequestParam(name = "reponse") String answer,
      RedirectAttributes attributes) {
    Participant participant = participant(token);
    boolean coming = answer.equals("oui");
    sessions.answer(participant.id(), coming);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of(coming ? "programme.answered.yes" : "programme.answered.no"));
    return "redirect:" + ProgrammePaths.ANSWERS + "/" + token;
  }

  private Participant participant(String token) {
    UUID id =
        seal.open(ProgrammeMails.ANSWER, token)
            .orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_LINK));
    return sessions.getParticipant(id);
  }

  private static ResponseEntity<String> calendar(String text) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, ICalendar.TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"jalon.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(text);
  }
}
