package fr.jalon.portal.programme;

import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.programme.Candidacies.Application;
import fr.jalon.portal.programme.Candidacy.Contact;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.web.TokenBuckets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public page where an authority applies. */
@Controller
@RequestMapping(ProgrammePaths.PROGRAMME + "/{slug}/candidature")
class ApplicationController {
  /** Candidacies of one network at once: a town hall sends one, a training room of them some. */
  static final int BURST = 12;

  /** One more a minute: a bucket counts a second, so its clock is that much slower. */
  private static final long SLOWER = 60;

  private final Seasons seasons;
  private final Candidacies candidacies;
  private final TokenBuckets buckets = new TokenBuckets(1, BURST, () -> System.nanoTime() / SLOWER);

  ApplicationController(Seasons seasons, Candidacies candidacies) {
    this.seasons = seasons;
    this.candidacies = candidacies;
  }

  @GetMapping
  String form(Page page, @PathVariable String slug, Model model) {
    return show(page, seasons.get(slug), Map.of(), List.of(), FormErrors.NONE, model);
  }

  @PostMapping
  String apply(
      Page page,
      @PathVariable String slug,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Season season = seasons.get(slug);
    Fields fields = new Fields(sent);
    List<LocalAuthority> choices = List.of();
    String siren = fields.text("siren");
    if (siren.isEmpty()) {
      choices = candidacies.search(fields.text("authority"));
      siren = choose(fields, choices);
    }
    Contact contact =
        new Contact(
            fields.words("contact", 160), fields.words("email", 254), fields.optional("phone", 40));
    String reasons = fields.words("reasons", 4_000);
    BigDecimal agents = fields.agents("agents");
    if (!fields.isWrong()) {
      try {
        requirePatience(request);
        Candidacy candidacy =
            candidacies.apply(
                season,
                new Application(
                    siren,
                    fields.text("name"),
                    contact,
                    reasons,
                    agents,
                    fields.yes("former"),
                    fields.yes("member")));
        return thank(page, season, candidacy, model);
      } catch (Rejected rejected) {
        ProgrammeProblem problem = SeasonController.problem(rejected);
        fields.fault(fieldOf(problem), rejected);
        response.setStatus(problem.status());
      }
    } else {
      response.setStatus(422);
    }
    return show(page, season, fields.typed(), choices, fields.errors(page.messages()), model);
  }

  /** The SIREN of the one authority that was meant, "" when it is not clear which. */
  private static String choose(Fields fields, List<LocalAuthority> choices) {
    if (choices.size() == 1) {
      return choices.get(0).siren();
    }
    String digits = fields.text("authority").replaceAll("[\\s.]", "");
    if (digits.matches("\\d{9}")) {
      return digits;
    }
    if (digits.isEmpty()) {
      fields.fault("authority", ProgrammeProblem.WORDS_MISSING);
    }
    fields.fault(
        "authority",
        choices.isEmpty()
            ? ProgrammeProblem.NO_SUCH_AUTHORITY
            : ProgrammeProblem.AUTHORITY_UNCLEAR);
    return "";
  }

  private static String fieldOf(ProgrammeProblem problem) {
    return switch (problem) {
      case NO_SUCH_EMAIL -> "email";
      case WORDS_MISSING, TOO_LONG -> "name";
      default -> "authority";
    };
  }

  private void requirePatience(HttpServletRequest request) {
    if (!buckets.take(Networks.of(request.getRemoteAddr())).granted()) {
      throw new Rejected(ProgrammeProblem.TOO_MANY_REQUESTS);
    }
  }

  private String thank(Page page, Season season, Candidacy candidacy, Model model) {
    model.addAttribute("page", page.titled("programme.apply.thanks"));
    model.addAttribute("season", season);
    model.addAttribute("candidacy", candidacy);
    model.addAttribute(
        "eligibility", EligibilityWords.of(page.messages(), candidacy.eligibility()));
    return "programme/applied";
  }

  private String show(
      Page page,
      Season season,
      Map<String, String> typed,
      List<LocalAuthority> choices,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.titled("programme.apply.title", season.name()));
    model.addAttribute("season", season);
    model.addAttribute("open", candidacies.isOpen(season));
    model.addAttribute("early", seasons.today().isBefore(season.plan().call().from()));
    model.addAttribute("typed", typed);
    model.addAttribute("choices", choices.size() > 1 ? choices : List.of());
    model.addAttribute("errors", errors);
    return "programme/apply";
  }
}
