package fr.jalon.portal.culture;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

/** Where one asks something of a dataset, and where its people answer. */
@Controller
@RequestMapping(CatalogPaths.DATASETS + "/{slug}")
class QuestionController {
  /** Characters: half a page. */
  static final int LONGEST_QUESTION = 1_200;

  /** Characters: a page. */
  static final int LONGEST_ANSWER = 4_000;

  private final Access access;
  private final Questions questions;
  private final Doorstep doorstep;

  QuestionController(Access access, Questions questions, Doorstep doorstep) {
    this.access = access;
    this.questions = questions;
    this.doorstep = doorstep;
  }

  @GetMapping("/question")
  String form(Page page, @PathVariable String slug, Model model) {
    Dataset dataset = access.published(slug);
    return show(page, dataset, UUID.randomUUID(), Map.of(), FormErrors.NONE, model);
  }

  @PostMapping("/question")
  String ask(
      Page page,
      @PathVariable String slug,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Dataset dataset = access.published(slug);
    Written written = new Written(sent);
    if (written.isTrapped()) {
      return thank(page, dataset, false, model);
    }
    String text = written.words("text", LONGEST_QUESTION);
    String email = written.email("email");
    doorstep.look(written, "text", request);
    if (!written.isWrong()) {
      try {
        questions.ask(written.id(), dataset, text, email);
        return thank(page, dataset, !email.isEmpty(), model);
      } catch (Rejected rejected) {
        written.fault("text", rejected);
      }
    }
    response.setStatus(written.status());
    return show(
        page, dataset, written.id(), written.typed(), written.errors(page.messages()), model);
  }

  private String show(
      Page page,
      Dataset dataset,
      UUID id,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("culture.ask.title"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    doorstep.furnish(model, id);
    return "culture/ask";
  }

  private String thank(Page page, Dataset dataset, boolean waitedFor, Model model) {
    model.addAttribute("page", page.titled("culture.ask.thanks"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("waitedFor", waitedFor);
    return "culture/asked";
  }

  @GetMapping(CatalogPaths.CARE + "/questions")
  String list(Page page, @PathVariable String slug, Model model) {
    return answers(page, access.forInsiders(slug), "", Map.of(), FormErrors.NONE, model);
  }

  @PostMapping(CatalogPaths.CARE + "/questions/{id}/reponse")
  String answer(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forInsiders(slug);
    Written written = new Written(sent);
    String field = "answer-" + id;
    String answer = written.words(field, LONGEST_ANSWER);
    if (!written.isWrong()) {
      try {
        questions.answer(id, dataset, answer, written.revision(), who);
        attributes.addFlashAttribute(Flash.NAME, Flash.of("culture.answered"));
        return "redirect:" + CulturePaths.answers(dataset.slug());
      } catch (Rejected rejected) {
        if (rejected.problem() != CultureProblem.CHANGED_MEANWHILE) {
          throw rejected;
        }
        written.fault(field, rejected);
      }
    }
    response.setStatus(written.status());
    return answers(page, dataset, field, written.typed(), written.errors(page.messages()), model);
  }

  @PostMapping(CatalogPaths.CARE + "/questions/{id}/ecarter")
  String setAside(
      Person who,
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int revision,
      RedirectAttributes attributes) {
    Dataset dataset = access.forInsiders(slug);
    questions.setAside(id, dataset, revision, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("culture.set-aside"));
    return "redirect:" + CulturePaths.answers(dataset.slug());
  }

  private String answers(
      Page page,
      Dataset dataset,
      String field,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("culture.answers.title"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("questions", questions.listAll(dataset.id()));
    model.addAttribute("typedIn", field);
    model.addAttribute("typed", typed.getOrDefault(field, ""));
    model.addAttribute("errors", errors);
    return "culture/answers";
  }
}
