package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Candidacy.Standing;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A candidacy, for those who decide. */
@Controller
@RequestMapping(ProgrammePaths.CANDIDACIES + "/{id}")
class CandidacyController {
  private final Candidacies candidacies;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Organizations organizations;
  private final KeptPapers papers;

  CandidacyController(
      Candidacies candidacies,
      Seasons seasons,
      Beneficiaries beneficiaries,
      Organizations organizations,
      KeptPapers papers) {
    this.candidacies = candidacies;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.organizations = organizations;
    this.papers = papers;
  }

  @GetMapping
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    Candidacy candidacy = candidacies.get(id);
    return show(page, who, candidacy, proposed(page, candidacy), FormErrors.NONE, model);
  }

  @PostMapping("/accepter")
  String accept(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    String named = fields.words("named", 160);
    String signatory = fields.words("signatory", 160);
    String address = fields.words("address", 400);
    if (fields.isWrong()) {
      return again(page, who, id, fields, model, response);
    }
    Beneficiary made = candidacies.accept(who, id, named, signatory, address, fields.revision());
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.candidacy.accepted", made.name()));
    return "redirect:" + made.href();
  }

  @PostMapping("/attente")
  String wait(
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    Candidacy one =
        candidacies.decide(
            who, id, Standing.WAITING, fields.text("wait-reason"), fields.revision());
    return decided(one, "programme.candidacy.waiting", attributes);
  }

  @PostMapping("/refuser")
  String refuse(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    String reason = fields.words("reason", 4_000);
    if (fields.isWrong()) {
      return again(page, who, id, fields, model, response);
    }
    Candidacy one = candidacies.decide(who, id, Standing.REFUSED, reason, fields.revision());
    return decided(one, "programme.candidacy.refused", attributes);
  }

  @PostMapping("/confirmer")
  String confirm(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    String name = fields.words("name", 160);
    String department = fields.words("department", 3);
    int population = fields.number("population", 0, 20_000_000);
    LocalAuthority.Kind kind =
        Stream.of(LocalAuthority.Kind.values())
            .filter(one -> one.name().equals(fields.text("kind")))
            .findFirst()
            .orElse(LocalAuthority.Kind.COMMUNE);
    if (fields.isWrong()) {
      return again(page, who, id, fields, model, response);
    }
    Candidacy one =
        candidacies.confirm(who, id, kind, name, department, population, fields.revision());
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.candidacy.confirmed", one.name()));
    return "redirect:" + one.href();
  }

  @PostMapping("/siren")
  String correct(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    try {
      Candidacy one = candidacies.correct(who, id, fields.text("siren"), fields.revision());
      attributes.addFlashAttribute(
          Flash.NAME, Flash.of("programme.candidacy.siren.corrected", one.name()));
      return "redirect:" + one.href();
    } catch (Rejected rejected) {
      ProgrammeProblem problem = SeasonController.problem(rejected);
      if (problem == ProgrammeProblem.CHANGED_MEANWHILE) {
        throw rejected;
      }
      fields.fault("siren", rejected);
      return again(page, who, id, fields, model, response);
    }
  }

  private String decided(Candidacy one, String key, RedirectAttributes attributes) {
    attributes.addFlashAttribute(Flash.NAME, Flash.of(key, one.name()));
    return "redirect:" + seasons.get(one.seasonId()).href();
  }

  private String again(
      Page page, Person who, UUID id, Fields fields, Model model, HttpServletResponse response) {
    response.setStatus(422);
    Candidacy candidacy = candidacies.get(id);
    Map<String, String> typed = new LinkedHashMap<>(proposed(page, candidacy));
    typed.putAll(fields.typed());
    return show(page, who, candidacy, typed, fields.errors(page.messages()), model);
  }

  /** What most write on page one of an agreement. */
  private Map<String, String> proposed(Page page, Candidacy candidacy) {
    UUID organization = candidacy.organizationId();
    if (organization == null) {
      return Map.of("name", candidacy.name(), "population", "0");
    }
    LocalAuthority authority = organizations.get(organization);
    String kind = authority.kind().name();
    return Map.of(
        "named", page.t("programme.named." + kind, authority.name()),
        "signatory", page.t("programme.signatory." + kind));
  }

  private String show(
      Page page,
      Person who,
      Candidacy candidacy,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    Season season = seasons.get(candidacy.seasonId());
    Map<String, String> kinds = new LinkedHashMap<>();
    for (LocalAuthority.Kind kind : LocalAuthority.Kind.values()) {
      kinds.put(kind.name(), page.t("programme.authority-kind." + kind.name()));
    }
    model.addAttribute("page", page.named(candidacy.name()));
    model.addAttribute("season", season);
    model.addAttribute("candidacy", candidacy);
    model.addAttribute(
        "eligibility", EligibilityWords.of(page.messages(), candidacy.eligibility()));
    model.addAttribute("administrator", who.role() == Role.ADMINISTRATOR);
    model.addAttribute("kinds", kinds);
    model.addAttribute("papers", papers.list(candidacy.id()));
    model.addAttribute(
        "full", beneficiaries.listOfSeason(season.id()).size() >= season.plan().cohort().most());
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "programme/candidacy";
  }
}
