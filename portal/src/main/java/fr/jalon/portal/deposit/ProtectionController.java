package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "2 colonnes parlent de personnes": what is decided about them before anything else. */
@Controller
@RequestMapping("/depots/{id}/protection")
class ProtectionController {
  private static final Set<DepositProblem> SAID_ON_THE_PAGE =
      Set.of(
          DepositProblem.DECISION_CHANGED,
          DepositProblem.NO_SUCH_MEND,
          DepositProblem.REFERENCE_MISSING,
          DepositProblem.REASON_MISSING,
          DepositProblem.SECOND_PERSON,
          DepositProblem.UNDECIDED);

  private final Deposits deposits;
  private final Protections protections;
  private final DepositPages pages;

  ProtectionController(Deposits deposits, Protections protections, DepositPages pages) {
    this.deposits = deposits;
    this.protections = protections;
    this.pages = pages;
  }

  @GetMapping
  String show(@PathVariable UUID id, Page page, Person who, Model model) {
    return show(page, who, deposits.get(id, who), "", model);
  }

  private String show(Page page, Person who, Deposit deposit, String notice, Model model) {
    String other = pages.elsewhere(page, deposit, Step.PROTECTION, model);
    if (other != null) {
      return other;
    }
    if (!deposit.speaksOfPeople()) {
      return "redirect:" + deposit.href(Step.REPAIRS);
    }
    ProtectionView view = new ProtectionViews(page).of(deposit, who, notice);
    String title =
        view.cards().isEmpty()
            ? page.t("deposit.protection.title.done")
            : page.n("deposit.protection.title", view.cards().size());
    pages.frame(page.named(title), deposit, Step.PROTECTION, model);
    model.addAttribute("view", view);
    model.addAttribute("table", new ReadingViews(page).table(deposit.inspected(), List.of()));
    return "deposit/protection";
  }

  /** Chooses a way to protect people. */
  @PostMapping("/choisir")
  String protect(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    // as the form has them: a converted list would be cut at commas, and lose what is empty
    List<String> subject = form.getOrDefault("subject", List.of());
    List<String> choice = form.getOrDefault("choice", List.of());
    List<String> seen = form.getOrDefault("seen", List.of());
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () -> {
          int all = Math.min(subject.size(), Math.min(choice.size(), seen.size()));
          protections.protect(
              id, who, subject.subList(0, all), choice.subList(0, all), seen.subList(0, all));
        });
  }

  /** Publishes as it is, for a reason. */
  @PostMapping("/garder")
  String keep(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam String subject,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response) {
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () ->
            protections.keep(
                id,
                who,
                subject,
                reason(reason).orElseThrow(() -> new Rejected(DepositProblem.REASON_MISSING)),
                reference,
                seen));
  }

  @PostMapping("/revenir")
  String takeBack(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam String subject,
      @RequestParam(defaultValue = "") String seen,
      Model model,
      HttpServletResponse response) {
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () -> {
          protections.takeBack(id, who, subject, seen);
          pages.waitBriefly(id);
        });
  }

  /**
   * The second person agrees.
   *
   * @param back the step whose page the button was on
   */
  @PostMapping("/confirmer")
  String confirm(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam String subject,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam @Nullable String back,
      Model model,
      HttpServletResponse response) {
    String said =
        orSayWhy(
            id,
            page,
            who,
            model,
            response,
            () -> protections.confirm(id, who, subject, instant(seen)));
    Step step = back == null ? Step.PROTECTION : Step.findByPath(back).orElse(Step.PROTECTION);
    return said.startsWith("redirect:") ? "redirect:/depots/" + id + "/" + step.path() : said;
  }

  /** Goes on, once everything is decided. */
  @PostMapping
  String proceed(
      @PathVariable UUID id, Page page, Person who, Model model, HttpServletResponse response) {
    String said = orSayWhy(id, page, who, model, response, () -> protections.proceed(id, who));
    pages.waitBriefly(id);
    return said.startsWith("redirect:") ? "redirect:/depots/" + id : said;
  }

  /** Does it, or shows the page again and says why nothing was done. */
  private String orSayWhy(
      UUID id, Page page, Person who, Model model, HttpServletResponse response, Runnable what) {
    try {
      what.run();
      return "redirect:/depots/" + id + "/" + Step.PROTECTION.path();
    } catch (Rejected rejected) {
      if (!(rejected.problem() instanceof DepositProblem problem)
          || !SAID_ON_THE_PAGE.contains(problem)) {
        throw rejected;
      }
      response.setStatus(problem.status());
      Deposit deposit = deposits.get(id, who);
      return show(page, who, deposit, rejected.sentence(page.messages()), model);
    }
  }

  private static Optional<LegalReason> reason(String name) {
    return Stream.of(LegalReason.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException odd) {
      throw new Rejected(DepositProblem.DECISION_CHANGED);
    }
  }
}
