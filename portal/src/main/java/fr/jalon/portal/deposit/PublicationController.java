package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sandbox, the visas, the publication. */
@Controller
@RequestMapping("/depots")
class PublicationController {
  private final Deposits deposits;
  private final Publications publications;
  private final Datasets datasets;
  private final DepositPages pages;

  PublicationController(
      Deposits deposits, Publications publications, Datasets datasets, DepositPages pages) {
    this.deposits = deposits;
    this.publications = publications;
    this.datasets = datasets;
    this.pages = pages;
  }

  @GetMapping("/{id}/bac-a-sable")
  String sandbox(@PathVariable UUID id, Page page, Person who, Model model) {
    Deposit deposit = deposits.get(id, who);
    String other = withVersion(page, deposit, Step.SANDBOX, "deposit.sandbox.title", model);
    return other == null ? "deposit/sandbox" : other;
  }

  /**
   * @param version the one the page showed
   */
  @PostMapping("/{id}/bac-a-sable")
  String askPublication(@PathVariable UUID id, Person who, @RequestParam UUID version) {
    publications.askPublication(id, who, version);
    return "redirect:/depots/" + id + "/" + Step.PUBLICATION.path();
  }

  @GetMapping("/{id}/publication")
  String publication(@PathVariable UUID id, Page page, Person who, Model model) {
    return publication(page, who, deposits.get(id, who), "", model);
  }

  /**
   * @param notice why what was asked was not done, "" when it was
   */
  private String publication(Page page, Person who, Deposit deposit, String notice, Model model) {
    model.addAttribute(
        "visas",
        publications.visas(deposit).stream()
            .collect(
                Collectors.toMap(
                    Visa::side, visa -> visa, (a, b) -> a, () -> new EnumMap<>(Visa.Side.class))));
    model.addAttribute("mine", Publications.sideOf(who));
    model.addAttribute("notice", notice);
    String title = deposit.published() ? "deposit.published.title" : "deposit.publication.title";
    String other = withVersion(page, deposit, Step.PUBLICATION, title, model);
    if (other != null) {
      return other;
    }
    Draft draft = deposit.draft();
    if (draft != null && !deposit.published()) {
      model.addAttribute(
          "check", new CheckViews(page).of(deposit, draft, publications.published(deposit), who));
    }
    model.addAttribute("history", new HistoryViews(page).of(deposits.history(deposit.id(), who)));
    model.addAttribute("steps", steps(page, deposit));
    return "deposit/publication";
  }

  /**
   * @param version the one the page showed
   */
  @PostMapping("/{id}/publication/visa")
  String giveVisa(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam UUID version,
      Model model,
      HttpServletResponse response) {
    return orSayWhy(id, page, who, model, response, () -> publications.giveVisa(id, who, version));
  }

  /**
   * Asks the depositor to take it back.
   *
   * @param step where to look, as in addresses
   */
  @PostMapping("/{id}/publication/rendre")
  String handBack(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam UUID version,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String cell,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response) {
    Step asked =
        Step.findByPath(step)
            .filter(one -> one.compareTo(Step.SANDBOX) < 0)
            .orElse(Step.DESCRIPTION);
    return orSayWhy(
        id,
        page,
        who,
        model,
        response,
        () ->
            publications.handBack(
                id, who, version, asked, cell.strip().toUpperCase(Locale.ROOT), note));
  }

  /** What happened to a deposit, as a file. */
  @GetMapping("/{id}/historique.csv")
  ResponseEntity<byte[]> history(@PathVariable UUID id, Page page, Person who) {
    byte[] csv = new HistoryViews(page).csv(deposits.history(id, who));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"historique.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(csv);
  }

  /** Does it, or shows the page as it is now and says why nothing was done. */
  private String orSayWhy(
      UUID id, Page page, Person who, Model model, HttpServletResponse response, Runnable what) {
    try {
      what.run();
      return "redirect:/depots/" + id + "/" + Step.PUBLICATION.path();
    } catch (Rejected rejected) {
      Deposit deposit = deposits.get(id, who);
      boolean shown = deposit.versionId() != null && deposit.datasetId() != null;
      if (!(rejected.problem() instanceof DepositProblem problem) || !shown) {
        throw rejected;
      }
      response.setStatus(problem.status());
      return publication(page, who, deposit, rejected.sentence(page.messages()), model);
    }
  }

  /** The steps one can ask to look at again. */
  private static Map<String, String> steps(Page page, Deposit deposit) {
    Map<String, String> steps = new LinkedHashMap<>();
    for (Step step : Step.values()) {
      boolean shown = step != Step.PROTECTION || deposit.speaksOfPeople();
      if (shown && step.compareTo(Step.CHECK) < 0) {
        steps.put(step.path(), page.t(step.key()));
      }
    }
    return steps;
  }

  private @Nullable String withVersion(
      Page page, Deposit deposit, Step step, String title, Model model) {
    UUID datasetId = deposit.datasetId();
    if (datasetId == null || deposit.versionId() == null) {
      return "redirect:" + pages.landing(deposit);
    }
    String other = pages.elsewhere(page, deposit, step, model);
    if (other != null) {
      return other;
    }
    Dataset dataset = datasets.get(datasetId);
    pages.frame(page.titled(title), deposit, step, model);
    model.addAttribute("dataset", dataset);
    model.addAttribute("version", versionOf(dataset, deposit));
    model.addAttribute("errors", deposit.errors().size());
    return null;
  }

  private static Version versionOf(Dataset dataset, Deposit deposit) {
    Version sandbox = dataset.sandbox();
    return sandbox != null && sandbox.id().equals(deposit.versionId())
        ? sandbox
        : dataset.current();
  }
}
