package fr.jalon.portal.help;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.help.HelpRequest.State;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was solved, told for the next one. */
@Controller
@RequestMapping(HelpPaths.HELP)
class ArticleController {
  private final Articles articles;
  private final HelpRequests requests;
  private final HelpViews views;

  ArticleController(Articles articles, HelpRequests requests, HelpViews views) {
    this.articles = articles;
    this.requests = requests;
    this.views = views;
  }

  @GetMapping("/articles")
  String find(Page page, @RequestParam(name = "q", defaultValue = "") String typed, Model model) {
    model.addAttribute("page", page.titled("help.articles"));
    model.addAttribute("typed", typed);
    model.addAttribute("found", views.found(articles.find(typed)));
    return "help/articles";
  }

  @GetMapping("/articles/{id}")
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    Article one = articles.get(id, who);
    model.addAttribute("page", page.named(one.text().title()));
    model.addAttribute("view", views.reading(page, who, one));
    return "help/article";
  }

  @PostMapping("/articles/{id}/avis")
  String rate(
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "oui") String useful,
      RedirectAttributes attributes) {
    articles.rate(id, who, useful.equals("oui"));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("help.article.rated"));
    return "redirect:" + HelpPaths.article(id);
  }

  @PostMapping("/articles/{id}/relire")
  String read(
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int revision,
      RedirectAttributes attributes) {
    articles.read(id, who, revision);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("help.article.shown"));
    return "redirect:" + HelpPaths.article(id);
  }

  @GetMapping("/articles/{id}/modifier")
  String edit(Page page, Person who, @PathVariable UUID id, Model model) {
    HelpRequests.requireHelper(who);
    Article one = articles.get(id, who);
    return form(
        page,
        one.href() + "/modifier",
        typed(one.text().title(), one.text().problem(), one.text().answer()),
        one.revision(),
        FormErrors.NONE,
        model);
  }

  @PostMapping("/articles/{id}/modifier")
  String edit(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int revision,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String problem,
      @RequestParam(defaultValue = "") String answer,
      Model model,
      HttpServletResponse response) {
    try {
      articles.edit(id, who, title, problem, answer, revision);
      return "redirect:" + HelpPaths.article(id);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      Map<String, String> typed = typed(title, problem, answer);
      String action = HelpPaths.article(id) + "/modifier";
      return form(page, action, typed, revision, errors(page, rejected), model);
    }
  }

  @GetMapping("/demandes/{id}/article")
  String make(Page page, Person who, @PathVariable UUID id, Model model) {
    HelpRequests.requireHelper(who);
    if (requests.get(id, who).state() != State.SOLVED) {
      throw new Rejected(HelpProblem.NOT_SOLVED);
    }
    String action = HelpPaths.request(id) + "/article";
    return form(page, action, typed("", "", ""), 0, FormErrors.NONE, model);
  }

  @PostMapping("/demandes/{id}/article")
  String make(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String problem,
      @RequestParam(defaultValue = "") String answer,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      UUID made = articles.write(id, who, title, problem, answer);
      attributes.addFlashAttribute(Flash.NAME, Flash.of("help.article.made"));
      return "redirect:" + HelpPaths.article(made);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      Map<String, String> typed = typed(title, problem, answer);
      String action = HelpPaths.request(id) + "/article";
      return form(page, action, typed, 0, errors(page, rejected), model);
    }
  }

  private static Map<String, String> typed(String title, String problem, String answer) {
    return Map.of("title", title, "problem", problem, "answer", answer);
  }

  private static FormErrors errors(Page page, Rejected rejected) {
    if (rejected.problem().status() != 422) {
      throw rejected;
    }
    return FormErrors.of("answer", rejected.sentence(page.messages()));
  }

  private static String form(
      Page page,
      String action,
      Map<String, String> typed,
      int revision,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("help.article.write"));
    model.addAttribute("action", action);
    model.addAttribute("typed", typed);
    model.addAttribute("revision", revision);
    model.addAttribute("errors", errors);
    return "help/article-form";
  }
}
