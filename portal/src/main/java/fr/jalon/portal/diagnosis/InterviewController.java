package fr.jalon.portal.diagnosis;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.diagnosis.Interview.Guide;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.questionnaire.Questionnaires;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The interviews with an authority, for those of the region. */
@Controller
@RequestMapping(DiagnosisPaths.ALL + "/{id}/entretiens")
class InterviewController {
  private final Interviews interviews;
  private final Beneficiaries beneficiaries;
  private final Questionnaires questionnaires;
  private final Seasons seasons;

  InterviewController(
      Interviews interviews,
      Beneficiaries beneficiaries,
      Questionnaires questionnaires,
      Seasons seasons) {
    this.interviews = interviews;
    this.beneficiaries = beneficiaries;
    this.questionnaires = questionnaires;
    this.seasons = seasons;
  }

  @GetMapping
  String list(Page page, Person who, @PathVariable UUID id, Model model) {
    return list(page, who, id, FormErrors.NONE, Map.of(), model);
  }

  private String list(
      Page page, Person who, UUID id, FormErrors errors, Map<String, String> typed, Model model) {
    requireRegion(who);
    Map<String, String> guides = new LinkedHashMap<>();
    for (Guide guide : Guide.values()) {
      guides.put(guide.name(), page.t("diagnosis.guide." + guide));
    }
    model.addAttribute("page", page.titled("diagnosis.interviews"));
    model.addAttribute("beneficiary", beneficiaries.getFor(id, who));
    model.addAttribute("talks", DiagnosisController.talks(page, interviews.listOf(who, id), true));
    model.addAttribute("guides", guides);
    model.addAttribute("today", seasons.today().toString());
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    return "diagnosis/interviews";
  }

  /** For the authority, there is no such page. */
  private static void requireRegion(Person who) {
    if (!Diagnoses.isOfTheRegion(who)) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_INTERVIEW);
    }
  }

  @PostMapping
  String begin(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    requireRegion(who);
    String guide = text(sent, "guide");
    try {
      Interview made =
          interviews.begin(
              who,
              id,
              guide.equals(Guide.DEBRIEFING.name()) ? Guide.DEBRIEFING : Guide.ENTRY,
              day(text(sent, "day")),
              text(sent, "met"),
              text(sent, "consent"));
      return "redirect:" + made.href();
    } catch (Rejected wrong) {
      if (wrong.problem().status() != 422) {
        throw wrong;
      }
      response.setStatus(422);
      String field =
          switch ((DiagnosisProblem) wrong.problem()) {
            case NO_SUCH_DAY -> "day";
            case CONSENT_MISSING -> "consent";
            default -> "met";
          };
      return list(
          page,
          who,
          id,
          FormErrors.of(field, wrong.sentence(page.messages())),
          sent.toSingleValueMap(),
          model);
    }
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException none) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_DAY);
    }
  }

  @GetMapping("/{interview}")
  String show(
      Page page, Person who, @PathVariable UUID id, @PathVariable UUID interview, Model model) {
    return show(page, who, id, interview, FormErrors.NONE, Map.of(), model);
  }

  private String show(
      Page page,
      Person who,
      UUID id,
      UUID interview,
      FormErrors errors,
      Map<String, String> typed,
      Model model) {
    Interview one = interviews.read(who, id, interview);
    List<Section> dimensions = questionnaires.current().content().dimensions();
    model.addAttribute(
        "page",
        page.titled(
            "diagnosis.interview.of",
            page.t("diagnosis.guide." + one.guide()),
            page.date(one.day()),
            one.met()));
    model.addAttribute("beneficiary", beneficiaries.getFor(id, who));
    model.addAttribute("interview", one);
    model.addAttribute(
        "prompts",
        dimensions.stream()
            .map(
                section -> {
                  String key = "diagnosis.guide." + one.guide() + "." + section.key();
                  return new Prompt(
                      section.key(),
                      section.title(),
                      page.messages().has(key) ? page.t(key) : section.intro(),
                      typed.getOrDefault(
                          "note." + section.key(), one.notes().getOrDefault(section.key(), "")));
                })
            .toList());
    model.addAttribute("summary", typed.getOrDefault("summary", one.summary()));
    model.addAttribute("readings", interviews.listReadings(who, interview));
    model.addAttribute("errors", errors);
    return "diagnosis/interview";
  }

  @PostMapping("/{interview}")
  String write(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable UUID interview,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    requireRegion(who);
    Map<String, String> notes = new LinkedHashMap<>();
    sent.toSingleValueMap()
        .forEach(
            (name, value) -> {
              if (name.matches("note\\.[a-z0-9-]{1,40}") && value != null) {
                notes.put(name.substring("note.".length()), value);
              }
            });
    String revision = text(sent, "revision");
    try {
      interviews.write(
          who,
          id,
          interview,
          notes,
          text(sent, "summary"),
          revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : -1);
    } catch (Rejected wrong) {
      if (wrong.problem().status() != 422) {
        throw wrong;
      }
      response.setStatus(422);
      return show(
          page,
          who,
          id,
          interview,
          FormErrors.of("summary", wrong.sentence(page.messages())),
          sent.toSingleValueMap(),
          model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("diagnosis.interview.saved"));
    return "redirect:" + DiagnosisPaths.of(id) + "/entretiens/" + interview;
  }

  @PostMapping("/{interview}/publier")
  String release(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable UUID interview,
      @RequestParam(defaultValue = "-1") int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      interviews.release(who, id, interview, revision);
    } catch (Rejected wrong) {
      // what was written meanwhile is shown, to be read before it is released
      if (wrong.problem().status() != 422
          && wrong.problem() != DiagnosisProblem.CHANGED_MEANWHILE) {
        throw wrong;
      }
      response.setStatus(wrong.problem().status());
      return show(
          page,
          who,
          id,
          interview,
          FormErrors.of("summary", wrong.sentence(page.messages())),
          Map.of(),
          model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("diagnosis.interview.release.done"));
    return "redirect:" + DiagnosisPaths.of(id) + "/entretiens/" + interview;
  }

  @PostMapping("/{interview}/reprendre")
  String takeBack(Person who, @PathVariable UUID id, @PathVariable UUID interview) {
    interviews.takeBack(who, id, interview);
    return "redirect:" + DiagnosisPaths.of(id) + "/entretiens/" + interview;
  }

  private static String text(MultiValueMap<String, String> sent, String field) {
    return Objects.requireNonNullElse(sent.getFirst(field), "").strip();
  }
}
