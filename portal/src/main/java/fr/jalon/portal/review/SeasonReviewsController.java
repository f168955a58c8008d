package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.review.Review.Listed;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
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

/** The reports of a season and of its beneficiaries, and its open data. */
@Controller
@RequestMapping(ReviewPaths.SEASONS + "/{slug}")
class SeasonReviewsController {
  private final Reviews reviews;
  private final Surveys surveys;
  private final SeasonTable table;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;

  SeasonReviewsController(
      Reviews reviews,
      Surveys surveys,
      SeasonTable table,
      Seasons seasons,
      Beneficiaries beneficiaries) {
    this.reviews = reviews;
    this.surveys = surveys;
    this.table = table;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
  }

  /**
   * @param of whose it is, "" where it is clear
   */
  static ReviewView.Line line(Page page, Listed one, String of, List<Phase> phases) {
    Phase phase =
        phases.stream().filter(each -> each.key().equals(one.phase())).findFirst().orElse(null);
    String title = ReviewViews.title(page.messages(), one.kind(), phase);
    Instant frozen = one.frozenAt();
    return new ReviewView.Line(
        of.isEmpty() ? title : page.t("review.line", of, title),
        one.href(),
        frozen == null
            ? page.t("review.state.open", page.date(one.begunAt()))
            : page.t("review.state.frozen", page.date(frozen)),
        frozen != null);
  }

  @GetMapping
  String show(
      Page page,
      @PathVariable String slug,
      @RequestParam(name = "organisme", defaultValue = "") String organizer,
      Model model) {
    return show(
        page,
        seasons.get(slug),
        Map.of(),
        organizer.equals(ReviewPaths.OTHER),
        FormErrors.NONE,
        model);
  }

  /**
   * @param asks in whose name the data are, though it was said before
   */
  private String show(
      Page page,
      Season season,
      Map<String, String> typed,
      boolean asks,
      FormErrors errors,
      Model model) {
    List<Beneficiary> all = beneficiaries.listOfSeason(season.id());
    Map<UUID, Beneficiary> byId = new LinkedHashMap<>();
    all.forEach(one -> byId.put(one.id(), one));
    List<Phase> phases = season.plan().track().phases();
    Map<UUID, Survey> answered = new LinkedHashMap<>();
    surveys.listOf(byId.keySet()).stream()
        .filter(Survey::isAnswered)
        .forEach(one -> answered.put(one.beneficiaryId(), one));
    model.addAttribute("page", page.titled("review.season", season.name()));
    model.addAttribute("season", season);
    model.addAttribute("publicHref", ReviewPaths.ofAll(season.slug()));
    model.addAttribute("action", ReviewPaths.season(season.slug()));
    model.addAttribute("beneficiaries", all);
    model.addAttribute(
        "lines",
        reviews.listOfSeason(season.id()).stream()
            .map(one -> line(page, one, name(one, byId), phases))
            .toList());
    model.addAttribute("answered", answered);
    String organizer = table.findOrganizer().map(LocalAuthority::name).orElse("");
    model.addAttribute("organizer", organizer);
    model.addAttribute("asks", asks || organizer.isEmpty());
    model.addAttribute("otherHref", ReviewPaths.otherOrganizer(season.slug()));
    model.addAttribute("name", typed.getOrDefault("name", named(season.plan().text().organizer())));
    model.addAttribute("siren", typed.getOrDefault("siren", ""));
    model.addAttribute("errors", errors);
    return "review/season";
  }

  /**
   * Its name, of what an agreement says: "le groupement Tel, 3 rue de la Gare, représenté par…".
   */
  private static String named(String organizer) {
    String name = organizer.split(",", 2)[0].replaceFirst("^(?:[Ll]e |[Ll]a |[Ll]'|[Ll]’)", "");
    return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String name(Listed review, Map<UUID, Beneficiary> byId) {
    UUID id = review.beneficiaryId();
    Beneficiary one = id == null ? null : byId.get(id);
    return one == null ? "" : one.name();
  }

  @PostMapping
  String begin(Person who, @PathVariable String slug) {
    return "redirect:" + reviews.beginSeason(who, seasons.get(slug)).href();
  }

  /** Deposits the data of the season; says in whose name, the first time or when it changes. */
  @PostMapping("/donnees")
  String deposit(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes)
      throws IOException {
    Season season = seasons.get(slug);
    try {
      if (sent.containsKey("siren")) {
        table.setOrganizer(who, sent.getOrDefault("name", ""), sent.getOrDefault("siren", ""));
      }
      UUID deposit = table.deposit(who, season);
      attributes.addFlashAttribute(Flash.NAME, Flash.of("review.data.done"));
      return "redirect:/depots/" + deposit;
    } catch (Rejected wrong) {
      if (!(wrong.problem() instanceof ReviewProblem problem) || problem.status() != 422) {
        throw wrong;
      }
      response.setStatus(problem.status());
      String field = problem == ReviewProblem.WORDS_MISSING ? "name" : "siren";
      return show(
          page,
          season,
          sent,
          sent.containsKey("siren"),
          FormErrors.of(field, wrong.sentence(page.messages())),
          model);
    }
  }
}
