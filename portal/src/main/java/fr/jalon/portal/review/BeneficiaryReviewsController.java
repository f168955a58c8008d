package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.review.Review.Kind;
import fr.jalon.portal.review.Review.Listed;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The reports of a beneficiary, its evaluation as it stands, and what it thinks. */
@Controller
@RequestMapping(ReviewPaths.BENEFICIARIES + "/{id}")
class BeneficiaryReviewsController {
  /** What a form sends for the closing report, in the place of a phase. */
  private static final String CLOSING = "bilan-final";

  private final Reviews reviews;
  private final Facts facts;
  private final Surveys surveys;
  private final SurveyPages pages;
  private final Beneficiaries beneficiaries;
  private final PortalSettings portal;

  BeneficiaryReviewsController(
      Reviews reviews,
      Facts facts,
      Surveys surveys,
      SurveyPages pages,
      Beneficiaries beneficiaries,
      PortalSettings portal) {
    this.reviews = reviews;
    this.facts = facts;
    this.surveys = surveys;
    this.pages = pages;
    this.beneficiaries = beneficiaries;
    this.portal = portal;
  }

  @GetMapping
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    Beneficiary one = beneficiaries.getFor(id, who);
    Followed followed = beneficiaries.follow(one);
    List<Phase> phases = followed.season().plan().track().phases();
    List<Listed> begun = reviews.listOf(who, id);
    boolean region = ReviewRules.isOfTheRegion(who);
    model.addAttribute("page", page.titled("review.all"));
    model.addAttribute("beneficiary", one);
    model.addAttribute("season", followed.season());
    model.addAttribute("lines", lines(page, begun, phases));
    model.addAttribute("choices", region ? choices(page, begun, phases) : Map.of());
    model.addAttribute("parts", ReviewViews.evaluation(page.messages(), facts.ofWhole(followed)));
    model.addAttribute("region", region);
    model.addAttribute("surveyHref", ReviewPaths.beneficiary(id) + "/avis");
    return "review/beneficiary";
  }

  private static List<ReviewView.Line> lines(Page page, List<Listed> begun, List<Phase> phases) {
    return begun.stream().map(one -> SeasonReviewsController.line(page, one, "", phases)).toList();
  }

  /** What may still be begun. */
  private static Map<String, String> choices(Page page, List<Listed> begun, List<Phase> phases) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Phase phase : phases) {
      if (begun.stream().noneMatch(one -> one.phase().equals(phase.key()))) {
        choices.put(phase.key(), page.t("review.title.STAGE", phase.title()));
      }
    }
    if (begun.stream().noneMatch(one -> one.kind() == Kind.CLOSING)) {
      choices.put(CLOSING, page.t("review.title.CLOSING"));
    }
    return choices;
  }

  @PostMapping
  String begin(
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "what", defaultValue = "") String what) {
    Review begun =
        what.equals(CLOSING) ? reviews.beginClosing(who, id) : reviews.begin(who, id, what);
    return "redirect:" + begun.href();
  }

  @GetMapping("/avis")
  String survey(Page page, Person who, @PathVariable UUID id, Model model) {
    Beneficiary one = beneficiaries.getFor(id, who);
    Survey survey = surveys.find(id);
    return ReviewRules.isOfTheRegion(who)
        ? pages.read(page, one, survey, model)
        : pages.form(page, one, survey, action(id), false, Map.of(), FormErrors.NONE, model);
  }

  private static String action(UUID id) {
    return ReviewPaths.beneficiary(id) + "/avis";
  }

  @PostMapping("/avis")
  String answer(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Beneficiary one = beneficiaries.getFor(id, who);
    if (ReviewRules.isOfTheRegion(who)) {
      // what an authority thinks is said by itself
      throw new Rejected(ReviewProblem.FOR_AUTHORITIES);
    }
    try {
      surveys.answer(id, who.name(), SurveyPages.revision(sent), sent);
    } catch (Rejected wrong) {
      return pages.again(
          page, one, surveys.find(id), action(id), false, sent, wrong, model, response);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("review.survey.done"));
    return "redirect:" + ReviewPaths.beneficiary(id);
  }

  @PostMapping("/avis/lien")
  String link(Person who, @PathVariable UUID id, RedirectAttributes attributes) {
    String address = portal.link(ReviewPaths.LINKS + "/" + surveys.link(who, id));
    attributes.addFlashAttribute(
        Flash.NAME,
        Flash.of("review.survey.link.made", address, String.valueOf(Surveys.LINK_LIFE.toDays())));
    return "redirect:" + action(id);
  }
}
