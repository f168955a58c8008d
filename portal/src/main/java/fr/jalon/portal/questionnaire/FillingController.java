package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The questionnaires of those who have an account. */
@Controller
@RequestMapping(QuestionnairePaths.ALL)
class FillingController {
  private final Fillings fillings;
  private final Answering answering;
  private final SheetViews views;
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;

  FillingController(
      Fillings fillings,
      Answering answering,
      SheetViews views,
      Beneficiaries beneficiaries,
      Seasons seasons) {
    this.fillings = fillings;
    this.answering = answering;
    this.views = views;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
  }

  /** Of one's own authority, or of all those of the season. */
  @GetMapping
  String list(
      Page page,
      Person who,
      @RequestParam(name = "saison", defaultValue = "") String slug,
      Model model) {
    UUID organization = who.organizationId();
    if (organization != null) {
      return beneficiaries.listOf(organization).stream()
          .findFirst()
          .map(one -> "redirect:" + QuestionnairePaths.of(one.id()))
          .orElse("redirect:/programme");
    }
    Optional<Season> season =
        slug.isEmpty() ? seasons.findCurrent() : Optional.of(seasons.get(slug));
    List<FillingLine> lines = new ArrayList<>();
    if (season.isPresent()) {
      List<Beneficiary> all = beneficiaries.listOfSeason(season.get().id());
      List<Filling> some = fillings.listOfAll(all.stream().map(Beneficiary::id).toList());
      Map<UUID, Integer> counts = fillings.countAnswers(some);
      Map<UUID, List<Filling>> byBeneficiary =
          some.stream().collect(Collectors.groupingBy(Filling::beneficiaryId));
      all.forEach(
          one ->
              lines.add(line(page, one, byBeneficiary.getOrDefault(one.id(), List.of()), counts)));
    }
    model.addAttribute("page", page.titled("questionnaire.list"));
    model.addAttribute("season", season.orElse(null));
    model.addAttribute("lines", lines);
    model.addAttribute("administrator", who.role() == Role.ADMINISTRATOR);
    return "questionnaire/list";
  }

  private static FillingLine line(
      Page page, Beneficiary one, List<Filling> own, Map<UUID, Integer> counts) {
    if (own.isEmpty()) {
      return new FillingLine(
          one.name(),
          QuestionnairePaths.of(one.id()),
          page.t("questionnaire.state.none"),
          "advice",
          null);
    }
    Filling last = own.get(own.size() - 1);
    String state =
        last.handedInAt() != null
            ? page.t("questionnaire.state.handed-in", page.date(last.handedInAt()))
            : page.n("questionnaire.state.open", counts.getOrDefault(last.id(), 0));
    return new FillingLine(
        one.name(),
        last.href(),
        page.t("questionnaire.occasion." + last.occasion()) + " : " + state,
        last.isHandedIn() ? "done" : "warning",
        "/diagnostics/" + one.id());
  }

  /** Where the questionnaires of a beneficiary begin. */
  @GetMapping("/pour/{id}")
  String of(Page page, Person who, @PathVariable UUID id, Model model) {
    Beneficiary one = beneficiaries.getFor(id, who);
    List<Filling> own = fillings.listOf(id);
    if (own.size() == 1 && !Fillings.isOfTheRegion(who)) {
      return "redirect:" + own.get(0).href();
    }
    model.addAttribute("page", page.titled("questionnaire.title"));
    model.addAttribute("beneficiary", one);
    model.addAttribute(
        "fillings", own.stream().collect(Collectors.toMap(Filling::occasion, Function.identity())));
    model.addAttribute("staff", Fillings.isOfTheRegion(who));
    return "questionnaire/begin";
  }

  @PostMapping("/pour/{id}")
  String open(
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "occasion", defaultValue = "ENTRY") String occasion) {
    Occasion when = occasion.equals(Occasion.EXIT.name()) ? Occasion.EXIT : Occasion.ENTRY;
    return "redirect:" + fillings.open(who, id, when).href();
  }

  @GetMapping("/{id}")
  String overview(Page page, Person who, @PathVariable UUID id, Model model) {
    return overview(page, fillings.enter(id, who), FormErrors.NONE, Map.of(), model);
  }

  private String overview(
      Page page, Access access, FormErrors errors, Map<String, String> typed, Model model) {
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    return answering.overview(
        page, access, access.filling().href(), "questionnaire/overview", model);
  }

  /** All of it with its answers, for paper. */
  @GetMapping("/{id}/imprimer")
  String print(Page page, Person who, @PathVariable UUID id, Model model) {
    Access access = fillings.enter(id, who);
    Sheet sheet = fillings.sheet(access.filling(), access.beneficiary());
    SheetView view = views.of(page, access, sheet, List.of(), access.filling().href());
    model.addAttribute("page", page.named(sheet.questionnaire().title()));
    model.addAttribute("view", view);
    model.addAttribute("sheet", sheet);
    return "questionnaire/print";
  }

  @PostMapping("/{id}/invitations")
  String invite(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Access access = fillings.enter(id, who);
    String name = Objects.requireNonNullElse(sent.getFirst("name"), "");
    String email = Objects.requireNonNullElse(sent.getFirst("email"), "");
    try {
      fillings.invite(access, name, email, sent.getOrDefault("sections", List.of()));
    } catch (Rejected wrong) {
      if (wrong.problem().status() != 422) {
        throw wrong;
      }
      response.setStatus(422);
      String field = wrong.problem() == QuestionnaireProblem.NO_SUCH_EMAIL ? "email" : "name";
      return overview(
          page,
          access,
          FormErrors.of(field, wrong.sentence(page.messages())),
          Map.of("name", name.length() > 200 ? "" : name, "email", email),
          model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("questionnaire.invited", name.strip()));
    return "redirect:" + access.filling().href();
  }

  @PostMapping("/{id}/repondants/{respondent}/retirer")
  String remove(
      Person who,
      @PathVariable UUID id,
      @PathVariable UUID respondent,
      RedirectAttributes attributes) {
    Access access = fillings.enter(id, who);
    fillings.remove(access, respondent);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("questionnaire.removed"));
    return "redirect:" + access.filling().href();
  }

  @PostMapping("/{id}/choix/{question}")
  String settle(
      Person who,
      @PathVariable UUID id,
      @PathVariable String question,
      @RequestParam(required = false) @Nullable UUID respondent,
      @RequestParam(required = false) @Nullable Instant at) {
    Access access = fillings.enter(id, who);
    access.requireGuide();
    if (respondent == null || at == null) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_RESPONDENT);
    }
    fillings.settle(access, question, respondent, at);
    Sheet sheet = fillings.sheet(access.filling(), access.beneficiary());
    return "redirect:"
        + access.filling().href()
        + "/"
        + sheet.questionnaire().sectionOf(question).orElseThrow().key()
        + "#"
        + ReplyForm.field(question);
  }

  @PostMapping("/{id}/remettre")
  String handIn(Person who, @PathVariable UUID id, RedirectAttributes attributes) {
    Access access = fillings.enter(id, who);
    fillings.handIn(who, id);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("questionnaire.handed-in"));
    return "redirect:/diagnostics/" + access.beneficiary().id();
  }

  @PostMapping("/{id}/rouvrir")
  String openAgain(Person who, @PathVariable UUID id) {
    fillings.openAgain(who, id);
    return "redirect:" + QuestionnairePaths.filling(id);
  }

  @GetMapping("/{id}/{section}")
  String section(
      Page page, Person who, @PathVariable UUID id, @PathVariable String section, Model model) {
    Access access = fillings.enter(id, who);
    return answering.section(page, access, access.filling().href(), section, model);
  }

  @PostMapping("/{id}/{section}")
  String save(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable String section,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    Access access = fillings.enter(id, who);
    return answering.save(page, access, access.filling().href(), section, sent, model, response);
  }

  @PostMapping("/{id}/{section}/{question}")
  @ResponseBody
  Answering.Saved saveOne(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> sent) {
    return answering.save(page, fillings.enter(id, who), question, sent);
  }
}
