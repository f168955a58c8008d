package fr.jalon.portal.questionnaire;

import fr.jalon.portal.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A questionnaire for someone who was given a link and has no account. */
@Controller
@RequestMapping(QuestionnairePaths.LINKS + "/{token}")
class LinkController {
  private final Fillings fillings;
  private final Answering answering;

  LinkController(Fillings fillings, Answering answering) {
    this.fillings = fillings;
    this.answering = answering;
  }

  /** The address is a secret: no site that the page leads to learns it, no cache keeps it. */
  @ModelAttribute
  void secret(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String overview(Page page, @PathVariable String token, Model model) {
    return answering.overview(
        page, fillings.enter(token), base(token), "questionnaire/link", model);
  }

  @GetMapping("/{section}")
  String section(Page page, @PathVariable String token, @PathVariable String section, Model model) {
    return answering.section(page, fillings.enter(token), base(token), section, model);
  }

  @PostMapping("/{section}")
  String save(
      Page page,
      @PathVariable String token,
      @PathVariable String section,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    return answering.save(page, fillings.enter(token), base(token), section, sent, model, response);
  }

  @PostMapping("/{section}/{question}")
  @ResponseBody
  Answering.Saved saveOne(
      Page page,
      @PathVariable String token,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> sent) {
    return answering.save(page, fillings.enter(token), question, sent);
  }

  private static String base(String token) {
    return QuestionnairePaths.LINKS + "/" + token;
  }
}
