package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The programme of those who belong to an authority, and each beneficiary on one page. */
@Controller
@RequestMapping(ProgrammePaths.PROGRAMME)
class BeneficiaryController {
  private final Beneficiaries beneficiaries;
  private final BeneficiaryViews views;
  private final Sessions sessions;
  private final Seasons seasons;

  BeneficiaryController(
      Beneficiaries beneficiaries, BeneficiaryViews views, Sessions sessions, Seasons seasons) {
    this.beneficiaries = beneficiaries;
    this.views = views;
    this.sessions = sessions;
    this.seasons = seasons;
  }

  @GetMapping
  String home(Page page, Person who, Model model) {
    UUID organization = who.organizationId();
    if (organization == null) {
      return "redirect:" + seasons.findCurrent().map(Season::href).orElse(ProgrammePaths.SEASONS);
    }
    List<Beneficiary> own = beneficiaries.listOf(organization);
    if (!own.isEmpty()) {
      return show(page, who, own.get(0), null, FormErrors.NONE, model);
    }
    model.addAttribute("page", page.titled("programme.title"));
    model.addAttribute("season", seasons.findCurrent().orElse(null));
    return "programme/none";
  }

  @GetMapping("/beneficiaires/{id}")
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    return show(page, who, beneficiaries.getFor(id, who), null, FormErrors.NONE, model);
  }

  @PostMapping("/beneficiaires/{id}/dossier")
  String tell(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Beneficiary one = guided(id, who);
    Fields fields = new Fields(sent);
    Dossier dossier =
        new Dossier(
            fields.optional("address", 400),
            fields.optional("signatory", 160),
            fields.agents("agents"),
            fields.optional("deliberation", 80),
            fields.optionalDay("deliberated-on"),
            fields.text("debtor-siret"),
            fields.optional("service-code", 100),
            fields.optional("engagement", 50),
            fields.yes("no-codes"));
    if (!fields.isWrong()) {
      try {
        beneficiaries.tell(who, id, dossier, fields.revision());
        return back(one, "programme.told", attributes);
      } catch (Rejected rejected) {
        ProgrammeProblem problem = SeasonController.problem(rejected);
        if (problem == ProgrammeProblem.CHANGED_MEANWHILE) {
          throw rejected;
        }
        fields.fault(
            problem == ProgrammeProblem.NO_SUCH_SIRET ? "debtor-siret" : "deliberated-on", problem);
      }
    }
    response.setStatus(422);
    return show(page, who, one, fields.typed(), fields.errors(page.messages()), model);
  }

  @PostMapping("/beneficiaires/{id}/referent")
  String designate(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Beneficiary one = guided(id, who);
    Fields fields = new Fields(sent);
    LocalDate from = fields.day("from");
    List<UUID> person = fields.ids("person");
    if (person.isEmpty()) {
      fields.fault("person", ProgrammeProblem.NO_SUCH_COLLEAGUE);
    }
    if (!fields.isWrong()) {
      try {
        beneficiaries.designate(who, id, person.get(0), from);
        return back(one, "programme.designated.done", attributes);
      } catch (Rejected rejected) {
        ProgrammeProblem problem = SeasonController.problem(rejected);
        fields.fault(problem == ProgrammeProblem.NO_SUCH_COLLEAGUE ? "person" : "from", problem);
      }
    }
    response.setStatus(422);
    return show(page, who, one, null, fields.errors(page.messages()), model);
  }

  @PostMapping("/beneficiaires/{id}/adhesion")
  String member(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Beneficiary one = forStaff(id, who);
    Fields fields = new Fields(sent);
    LocalDate since = fields.day("since");
    LocalDate lost = fields.optionalDay("lost-on");
    if (!fields.isWrong()) {
      try {
        beneficiaries.setMembership(who, id, since, lost, fields.text("why"));
        return back(one, "programme.membership.saved", attributes);
      } catch (Rejected rejected) {
        ProgrammeProblem problem = SeasonController.problem(rejected);
        String field =
            problem == ProgrammeProblem.DAYS_OUT_OF_ORDER
                ? "lost-on"
                : problem == ProgrammeProblem.NO_SUCH_DAY ? "since" : "why";
        fields.fault(field, problem);
      }
    }
    response.setStatus(422);
    return show(page, who, one, null, fields.errors(page.messages()), model);
  }

  /** A session in twenty seconds: who, when, what for, whether they came. */
  @PostMapping("/beneficiaires/{id}/session")
  String note(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Beneficiary one = forStaff(id, who);
    Fields fields = new Fields(sent);
    LocalDate day = fields.day("day");
    if (!fields.isWrong()) {
      try {
        sessions.note(
            who,
            seasons.get(one.seasonId()),
            List.of(id),
            day,
            fields.text("stage"),
            !fields.text("came").equals("non"));
        return back(one, "programme.noted", attributes);
      } catch (Rejected rejected) {
        ProgrammeProblem problem = SeasonController.problem(rejected);
        fields.fault(problem == ProgrammeProblem.NO_SUCH_STAGE ? "stage" : "day", rejected);
      }
    }
    response.setStatus(422);
    return show(page, who, one, null, fields.errors(page.messages()), model);
  }

  private Beneficiary guided(UUID id, Person who) {
    Beneficiary one = beneficiaries.getFor(id, who);
    if (who.role() == Role.AGENT) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    return one;
  }

  private Beneficiary forStaff(UUID id, Person who) {
    if (who.role().belongsToAnAuthority()) {
      throw new Rejected(ProgrammeProblem.NO_SUCH_BENEFICIARY);
    }
    return beneficiaries.get(id);
  }

  private static String back(Beneficiary one, String key, RedirectAttributes attributes) {
    attributes.addFlashAttribute(Flash.NAME, Flash.of(key, one.name()));
    return "redirect:" + one.href();
  }

  private String show(
      Page page,
      Person who,
      Beneficiary one,
      @org.jspecify.annotations.Nullable Map<String, String> typed,
      FormErrors errors,
      Model model) {
    model.addAttribute("page", page.named(one.name()));
    model.addAttribute("view", views.of(page, who, one));
    model.addAttribute("typed", typed == null ? write(one.dossier()) : typed);
    model.addAttribute("errors", errors);
    return "programme/beneficiary";
  }

  private static Map<String, String> write(Dossier dossier) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("address", dossier.address());
    typed.put("signatory", dossier.signatory());
    typed.put(
        "agents",
        dossier.agents() == null ? "" : dossier.agents().stripTrailingZeros().toPlainString());
    typed.put("deliberation", dossier.deliberation());
    typed.put(
        "deliberated-on",
        dossier.deliberatedOn() == null ? "" : dossier.deliberatedOn().toString());
    typed.put("debtor-siret", dossier.debtorSiret());
    typed.put("service-code", dossier.serviceCode());
    typed.put("engagement", dossier.engagement());
    typed.put("no-codes", dossier.noCodes() ? "oui" : "");
    return typed;
  }
}
