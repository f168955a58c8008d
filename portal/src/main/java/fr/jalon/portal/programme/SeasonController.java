package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A season: who is in it, who asks to be, and what it is made of. */
@Controller
@RequestMapping(ProgrammePaths.SEASONS)
class SeasonController {
  private final Seasons seasons;
  private final Candidacies candidacies;
  private final Beneficiaries beneficiaries;

  SeasonController(Seasons seasons, Candidacies candidacies, Beneficiaries beneficiaries) {
    this.seasons = seasons;
    this.candidacies = candidacies;
    this.beneficiaries = beneficiaries;
  }

  @GetMapping
  String list(Page page, Person who, Model model) {
    return list(page, who, Map.of(), FormErrors.NONE, model);
  }

  @PostMapping
  String make(
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    String name = fields.words("name", 120);
    LocalDate firstDay = fields.day("first-day");
    List<UUID> from = fields.ids("from");
    if (!fields.isWrong()) {
      try {
        Season season = seasons.make(who, name, firstDay, from.isEmpty() ? null : from.get(0));
        attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.season.made", name));
        return "redirect:" + season.href();
      } catch (Rejected rejected) {
        fields.fault("name", problem(rejected));
      }
    }
    response.setStatus(422);
    return list(page, who, fields.typed(), fields.errors(page.messages()), model);
  }

  private String list(
      Page page, Person who, Map<String, String> typed, FormErrors errors, Model model) {
    List<Season> all = seasons.list();
    Map<String, String> from = new LinkedHashMap<>();
    all.forEach(season -> from.put(season.id().toString(), season.name()));
    from.put("", page.t("programme.season.template"));
    model.addAttribute("page", page.titled("programme.seasons.title"));
    model.addAttribute("seasons", all);
    model.addAttribute("from", from);
    model.addAttribute("maker", who.role() == Role.ADMINISTRATOR);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "programme/seasons";
  }

  @GetMapping("/{slug}")
  String show(Page page, Person who, @PathVariable String slug, Model model) {
    Season season = seasons.get(slug);
    model.addAttribute("page", page.named(season.name()));
    model.addAttribute("season", season);
    model.addAttribute("editor", who.role() == Role.ADMINISTRATOR);
    model.addAttribute("fixed", seasons.isFixed(season.id()));
    model.addAttribute("open", candidacies.isOpen(season));
    model.addAttribute("candidacies", candidacies.listOf(season.id()));
    model.addAttribute("followed", beneficiaries.follow(season));
    model.addAttribute(
        "lines",
        season.plan().funding().lines().stream()
            .map(line -> line.funder() + " : " + Words.euros(page.messages(), line.amount()))
            .toList());
    model.addAttribute("budget", Words.euros(page.messages(), season.plan().funding().budget()));
    return "programme/season";
  }

  @GetMapping("/{slug}/modifier")
  String edit(Page page, Person who, @PathVariable String slug, Model model) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    return form(
        page, season, SeasonForm.write(season.plan()), season.revision(), FormErrors.NONE, model);
  }

  @PostMapping("/{slug}/modifier")
  String save(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    Fields fields = new Fields(sent);
    Optional<SeasonPlan> plan = SeasonForm.read(fields, season.plan());
    if (plan.isPresent()) {
      seasons.edit(who, season.id(), plan.get(), fields.revision());
      attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.season.saved"));
      return "redirect:" + season.href();
    }
    response.setStatus(422);
    return form(
        page, season, fields.typed(), fields.revision(), fields.errors(page.messages()), model);
  }

  private String form(
      Page page,
      Season season,
      Map<String, String> typed,
      int revision,
      FormErrors errors,
      Model model) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (StageKind kind : StageKind.values()) {
      kinds.put(kind.name(), page.t("programme.stage-kind." + kind.name()));
    }
    model.addAttribute("page", page.titled("programme.season.edit", season.name()));
    model.addAttribute("season", season);
    model.addAttribute("typed", typed);
    model.addAttribute("lines", SeasonForm.lines(typed));
    model.addAttribute("kinds", kinds);
    model.addAttribute("revision", revision);
    model.addAttribute("fixed", seasons.isFixed(season.id()));
    model.addAttribute("errors", errors);
    return "programme/season-form";
  }

  /** A problem of ours that a form shows; others are answered as pages. */
  static ProgrammeProblem problem(Rejected rejected) {
    if (rejected.problem() instanceof ProgrammeProblem problem
        && problem.status() != 404
        && problem.status() != 403) {
      return problem;
    }
    throw rejected;
  }
}
