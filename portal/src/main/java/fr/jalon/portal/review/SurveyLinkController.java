package fr.jalon.portal.review;

import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The survey for someone who was given a link and has no account. */
@Controller
@RequestMapping(ReviewPaths.LINKS + "/{token}")
class SurveyLinkController {
  private static final int LONGEST_NAME = 160;

  private final Surveys surveys;
  private final SurveyPages pages;
  private final Beneficiaries beneficiaries;

  SurveyLinkController(Surveys surveys, SurveyPages pages, Beneficiaries beneficiaries) {
    this.surveys = surveys;
    this.pages = pages;
    this.beneficiaries = beneficiaries;
  }

  /** The address is a secret: no site that the page leads to learns it, no cache keeps it. */
  @ModelAttribute
  void secret(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping
  String show(Page page, @PathVariable String token, Model model) {
    Survey survey = surveys.enter(token);
    return pages.form(
        page, of(survey), survey, action(token), true, Map.of(), FormErrors.NONE, model);
  }

  private Beneficiary of(Survey survey) {
    return beneficiaries.get(survey.beneficiaryId());
  }

  private static String action(String token) {
    return ReviewPaths.LINKS + "/" + token;
  }

  @PostMapping
  String answer(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response) {
    Survey survey = surveys.enter(token);
    String name = sent.getOrDefault("name", "").strip();
    try {
      if (name.isEmpty()) {
        throw new Rejected(ReviewProblem.NAME_MISSING);
      }
      surveys.answer(
          survey.beneficiaryId(),
          name.substring(0, Math.min(name.length(), LONGEST_NAME)),
          SurveyPages.revision(sent),
          sent);
    } catch (Rejected wrong) {
      return pages.again(
          page,
          of(survey),
          surveys.find(survey.beneficiaryId()),
          action(token),
          true,
          sent,
          wrong,
          model,
          response);
    }
    model.addAttribute("page", page.titled("review.survey.thanks"));
    return "review/thanks";
  }
}
