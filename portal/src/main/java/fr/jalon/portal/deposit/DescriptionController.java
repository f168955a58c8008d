package fr.jalon.portal.deposit;

import fr.jalon.engine.export.Update;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What will be told about the dataset. */
@Controller
@RequestMapping("/depots")
class DescriptionController {
  private final Deposits deposits;
  private final Publications publications;
  private final Describing describing;
  private final DepositPages pages;
  private final Clock clock;

  DescriptionController(
      Deposits deposits,
      Publications publications,
      Describing describing,
      DepositPages pages,
      Clock clock) {
    this.deposits = deposits;
    this.publications = publications;
    this.describing = describing;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * @param write any value to write it even when nothing is missing
   */
  @GetMapping("/{id}/description")
  String description(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam("modifier") @Nullable String write,
      Model model) {
    Deposit deposit = deposits.get(id, who);
    String other = elsewhere(page, deposit, Step.DESCRIPTION, model);
    if (other != null) {
      return other;
    }
    Suggestions suggestions = describing.of(deposit);
    Draft draft = suggestions.under(deposit.draft());
    if (write == null && deposit.draft() == null && draft.isWhole()) {
      publications.toCheck(id, who);
      return "redirect:" + deposit.href(Step.CHECK);
    }
    Map<String, String> people = new LinkedHashMap<>();
    DescriptionForm.people(draft, page, people);
    return description(page, deposit, suggestions, draft, new FormErrors(people), model);
  }

  @PostMapping("/{id}/description")
  String describe(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Deposit deposit = deposits.get(id, who);
    deposit.written();
    DescriptionForm filled = DescriptionForm.of(form);
    FormErrors errors = filled.errors(page);
    if (errors.isEmpty()) {
      try {
        Draft draft = describing.of(deposit).marked(filled.draft());
        publications.describe(id, who, filled.revision(), draft);
      } catch (Rejected rejected) {
        Draft theirs = deposit.draft();
        if (rejected.problem() != DepositProblem.CHANGED_MEANWHILE || theirs == null) {
          throw rejected;
        }
        response.setStatus(rejected.problem().status());
        errors = filled.besides(theirs, page);
        return description(page, deposit, describing.of(deposit), filled.draft(), errors, model);
      }
    }
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return description(page, deposit, describing.of(deposit), filled.draft(), errors, model);
    }
    if (form.containsKey("stay")) {
      attributes.addFlashAttribute(Flash.NAME, Flash.of("deposit.description.kept"));
      return "redirect:" + deposit.href(Step.DESCRIPTION);
    }
    publications.toCheck(id, who);
    return "redirect:" + deposit.href(Step.CHECK);
  }

  /** Everything as it will be public, before it is put in the sandbox. */
  @GetMapping("/{id}/verification")
  String check(@PathVariable UUID id, Page page, Person who, Model model) {
    return check(page, who, deposits.get(id, who), "", model);
  }

  /**
   * @param notice why it was not put in the sandbox, "" when nothing was asked
   */
  private String check(Page page, Person who, Deposit deposit, String notice, Model model) {
    if (deposit.published()) {
      return "redirect:" + deposit.href(Step.PUBLICATION);
    }
    String other = elsewhere(page, deposit, Step.DESCRIPTION, model);
    if (other != null) {
      return other;
    }
    if (publications.isOutdated(deposit)) {
      publications.writeAgain(deposit.id(), who);
      return "redirect:" + deposit.href(Step.CHECK);
    }
    Draft draft = describing.of(deposit).under(deposit.draft());
    if (!draft.isWhole()) {
      return "redirect:" + deposit.href(Step.DESCRIPTION);
    }
    pages.frame(page.titled("deposit.check.title"), deposit, Step.CHECK, model);
    model.addAttribute(
        "view", new CheckViews(page).of(deposit, draft, publications.published(deposit), who));
    model.addAttribute("notice", notice);
    return "deposit/check";
  }

  /**
   * @param revision of the deposit the page showed
   */
  @PostMapping("/{id}/verification")
  String agree(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(defaultValue = "-1") int revision,
      @RequestParam(defaultValue = "") String agreed,
      Model model,
      HttpServletResponse response) {
    Deposit deposit = deposits.get(id, who);
    deposit.written();
    Draft draft = describing.of(deposit).under(deposit.draft());
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () -> {
          publications.putInSandbox(id, who, revision, draft, agreed);
          return "redirect:" + deposit.href(Step.SANDBOX);
        });
  }

  /**
   * Chooses what the file does to the published rows.
   *
   * @param how "replace", "append" or "by-key"
   * @param key the columns of the key, in order; none to let Jalon choose
   */
  @PostMapping("/{id}/verification/maniere")
  String renew(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(defaultValue = "-1") int revision,
      @RequestParam(defaultValue = "") String how,
      @RequestParam(defaultValue = "-1") int key,
      Model model,
      HttpServletResponse response) {
    Deposit deposit = deposits.get(id, who);
    Update way =
        Stream.of(Update.values())
            .filter(one -> one.code().equals(how))
            .findFirst()
            .orElse(Update.REPLACE);
    Compared compared = deposit.written().compared();
    List<String> columns =
        compared == null || key < 0 || key >= compared.keys().size()
            ? List.of()
            : compared.keys().get(key).columns();
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () -> {
          publications.renew(id, who, revision, way, columns);
          pages.waitBriefly(id);
          return "redirect:" + deposit.href(Step.CHECK);
        });
  }

  /** Does it, or shows what would be public now and says why nothing was done. */
  private String orSayWhy(
      UUID id,
      Page page,
      Person who,
      Model model,
      HttpServletResponse response,
      Supplier<String> what) {
    try {
      return what.get();
    } catch (Rejected rejected) {
      boolean told =
          rejected.problem() == DepositProblem.CHECK_AGAIN
              || rejected.problem() == DepositProblem.NOT_AGREED
              || rejected.problem() == DepositProblem.NO_SUCH_KEY;
      if (!told) {
        throw rejected;
      }
      response.setStatus(rejected.problem().status());
      return check(page, who, deposits.get(id, who), rejected.sentence(page.messages()), model);
    }
  }

  /** Nothing is described before the mends were applied. */
  private @Nullable String elsewhere(Page page, Deposit deposit, Step step, Model model) {
    boolean atRest = !deposit.job().running() && !deposit.job().failed();
    return deposit.outcome() == null && atRest
        ? "redirect:" + pages.landing(deposit)
        : pages.elsewhere(page, deposit, step, model);
  }

  private String description(
      Page page,
      Deposit deposit,
      Suggestions suggestions,
      Draft draft,
      FormErrors errors,
      Model model) {
    pages.frame(page.titled("deposit.description.heading"), deposit, Step.DESCRIPTION, model);
    model.addAttribute(
        "view", new DescriptionViews(page).of(deposit.written(), suggestions, draft));
    model.addAttribute(
        "score", ScoreView.of(page, describing.facts(draft, deposit.written()), clock.instant()));
    model.addAttribute("table", new ReadingViews(page).table(deposit.seen(), List.of()));
    model.addAttribute("leftOut", new MendsViews(page).leftOut(deposit));
    model.addAttribute("errors", errors);
    return "deposit/description";
  }
}
