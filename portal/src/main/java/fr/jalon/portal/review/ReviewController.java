package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.PaperAnswers;
import fr.jalon.portal.document.PaperFormat;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.review.Review.Frozen;
import fr.jalon.portal.review.ReviewViews.Reader;
import fr.jalon.portal.review.Reviews.Look;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A report: read, written in, frozen, added to, handed over. */
@Controller
@RequestMapping(ReviewPaths.ALL + "/{id}")
class ReviewController {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Reviews reviews;
  private final PortalSettings portal;

  ReviewController(Reviews reviews, PortalSettings portal) {
    this.reviews = reviews;
    this.portal = portal;
  }

  @GetMapping
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    return show(page, who, reviews.look(who, id), FormErrors.NONE, "", model);
  }

  /**
   * @param typed words that could not be kept, to be added
   */
  private String show(
      Page page, Person who, Look look, FormErrors errors, String typed, Model model) {
    boolean region = ReviewRules.isOfTheRegion(who);
    ReviewView view =
        ReviewViews.of(page.messages(), look, new Reader(seesMoney(who, look), region));
    model.addAttribute("page", page.named(view.title()));
    model.addAttribute("view", view);
    model.addAttribute("review", look.review());
    model.addAttribute("back", back(page, look));
    model.addAttribute("standing", standing(page.messages(), look));
    model.addAttribute("seen", look.sha256());
    model.addAttribute("region", region);
    model.addAttribute("terms", region ? reviews.termsToAdd(look) : List.of());
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    return "review/review";
  }

  private static boolean seesMoney(Person who, Look look) {
    Beneficiary one = look.beneficiary();
    return one == null ? ReviewRules.isOfTheRegion(who) : one.showsMoneyTo(who);
  }

  private static ReviewView.Cell back(Page page, Look look) {
    Beneficiary one = look.beneficiary();
    return one == null
        ? new ReviewView.Cell(look.season().name(), ReviewPaths.season(look.season().slug()))
        : new ReviewView.Cell(
            page.t("review.all.of", one.name()), ReviewPaths.beneficiary(one.id()));
  }

  private static String standing(Messages words, Look look) {
    Frozen frozen = look.review().frozen();
    return frozen == null
        ? words.text("review.standing.open", words.date(look.said().content().day()))
        : words.text("review.standing.frozen", frozen.by(), frozen.at(), frozen.sha256());
  }

  @GetMapping("/passages/{passage}")
  String edit(
      Page page, Person who, @PathVariable UUID id, @PathVariable String passage, Model model) {
    Look look = reviews.look(who, id);
    Passage asked = passage(passage);
    requireWriter(who, asked);
    if (look.review().isFrozen()) {
      return show(page, who, look, FormErrors.NONE, "", model);
    }
    return edit(page, look, asked, look.text(asked), null, FormErrors.NONE, model);
  }

  private static Passage passage(String key) {
    return Passage.find(key).orElseThrow(() -> new Rejected(ReviewProblem.NO_SUCH_PASSAGE));
  }

  private static void requireWriter(Person who, Passage passage) {
    if (!passage.isOfTheAuthority()) {
      ReviewRules.requireRegion(who);
    }
  }

  /**
   * @param meanwhile what another wrote since, null for nothing
   */
  private String edit(
      Page page,
      Look look,
      Passage passage,
      String text,
      @Nullable Written meanwhile,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("review.passage." + passage.key()));
    model.addAttribute("review", look.review());
    model.addAttribute("about", ReviewViews.about(page.messages(), look));
    model.addAttribute("passage", passage.key());
    model.addAttribute(
        "proposed",
        Proposed.text(page.messages(), look.review().kind(), look.said().content(), passage));
    model.addAttribute("text", text);
    model.addAttribute("revision", look.revision(passage));
    model.addAttribute("meanwhile", meanwhile);
    model.addAttribute("errors", errors);
    return "review/passage";
  }

  @PostMapping("/passages/{passage}")
  String write(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable String passage,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Passage asked = passage(passage);
    try {
      reviews.write(who, id, asked, text, revision);
    } catch (Rejected wrong) {
      return unwritten(page, who, id, asked, text, wrong, model, response);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("review.passage.done"));
    return "redirect:" + ReviewPaths.review(id) + "#" + asked.key();
  }

  /** What was written is never lost: beside what another wrote, or ready to be added. */
  private String unwritten(
      Page page,
      Person who,
      UUID id,
      Passage passage,
      String text,
      Rejected wrong,
      Model model,
      HttpServletResponse response) {
    if (!(wrong.problem() instanceof ReviewProblem problem)) {
      throw wrong;
    }
    String sentence = wrong.sentence(page.messages());
    switch (problem) {
      case FROZEN -> {
        response.setStatus(problem.status());
        return show(page, who, reviews.look(who, id), FormErrors.of("text", sentence), text, model);
      }
      case CHANGED_MEANWHILE, TOO_LONG -> {
        response.setStatus(problem.status());
        Look now = reviews.look(who, id);
        Written other =
            problem == ReviewProblem.CHANGED_MEANWHILE ? now.written().get(passage) : null;
        return edit(page, now, passage, text, other, FormErrors.of("text", sentence), model);
      }
      default -> throw wrong;
    }
  }

  @PostMapping("/figer")
  String freeze(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "seen", defaultValue = "") String seen,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      reviews.freeze(who, id, seen);
    } catch (Rejected wrong) {
      if (wrong.problem() != ReviewProblem.FROZEN
          && wrong.problem() != ReviewProblem.FIGURES_CHANGED) {
        throw wrong;
      }
      response.setStatus(wrong.problem().status());
      return show(
          page,
          who,
          reviews.look(who, id),
          FormErrors.of("chiffres", wrong.sentence(page.messages())),
          "",
          model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("review.frozen.done"));
    return "redirect:" + ReviewPaths.review(id);
  }

  @PostMapping("/ajouts")
  String add(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "text", defaultValue = "") String text,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      reviews.add(who, id, text);
    } catch (Rejected wrong) {
      if (wrong.problem().status() != 422) {
        throw wrong;
      }
      response.setStatus(wrong.problem().status());
      FormErrors errors = FormErrors.of("text", wrong.sentence(page.messages()));
      return show(page, who, reviews.look(who, id), errors, text, model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("review.supplement.done"));
    return "redirect:" + ReviewPaths.review(id);
  }

  @PostMapping("/survie")
  String survive(
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "months", defaultValue = "0") int months,
      RedirectAttributes attributes) {
    reviews.addSurvival(who, id, months);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("review.supplement.done"));
    return "redirect:" + ReviewPaths.review(id);
  }

  @GetMapping("/bilan.{format}")
  ResponseEntity<Resource> paper(Person who, @PathVariable UUID id, @PathVariable String format)
      throws IOException {
    if (!format.equals("pdf") && !format.equals("odt")) {
      throw new Rejected(ReviewProblem.NO_SUCH_REVIEW);
    }
    Look look = reviews.look(who, id);
    return PaperAnswers.written(document(who, look), "bilan", PaperFormat.of(format));
  }

  private Document document(Person who, Look look) {
    return ReviewPaper.of(
        ReviewViews.of(FRENCH, look, Reader.of(seesMoney(who, look))),
        standing(FRENCH, look),
        portal.link(look.review().href()));
  }
}
