package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Withdraws a whole dataset and puts it back: a page that says what happens, then the act. */
@Controller
@RequestMapping(CatalogPaths.DATASETS + "/{slug}" + CatalogPaths.CARE)
class WithdrawalController {
  private final Access access;
  private final Withdrawals withdrawals;
  private final Publishers publishers;

  WithdrawalController(Access access, Withdrawals withdrawals, Publishers publishers) {
    this.access = access;
    this.withdrawals = withdrawals;
    this.publishers = publishers;
  }

  @GetMapping("/retrait")
  String ask(Page page, @PathVariable String slug, Model model) {
    Dataset dataset = access.forStewards(slug);
    if (dataset.tombstone() != null) {
      return toPage(dataset);
    }
    return ask(page, dataset, "", false, FormErrors.NONE, model);
  }

  @PostMapping("/retrait")
  String withdraw(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean titleKept,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forStewards(slug);
    try {
      withdrawals.withdraw(dataset.id(), who, reason, titleKept);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      FormErrors errors = FormErrors.of("reason", rejected.sentence(page.messages()));
      return ask(page, dataset, reason, titleKept, errors, model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("catalog.withdraw.done"));
    return toPage(dataset);
  }

  @GetMapping("/remise-en-ligne")
  String askBack(Page page, @PathVariable String slug, Model model) {
    Dataset dataset = access.forStewards(slug);
    Tombstone tombstone = dataset.tombstone();
    if (tombstone == null || tombstone.version().withdrawal() != null) {
      return "redirect:" + CatalogPaths.care(dataset.slug());
    }
    Publisher publisher = publishers.get(dataset.publisherId());
    model.addAttribute("page", page.titled("catalog.restore.title"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("tombstone", tombstone);
    model.addAttribute(
        "by", TombstoneAnswers.by(tombstone.withdrawal(), publisher, page.messages()));
    return "catalog/restore";
  }

  @PostMapping("/remise-en-ligne")
  String restore(Person who, @PathVariable String slug, RedirectAttributes attributes) {
    Dataset dataset = access.forStewards(slug);
    withdrawals.restore(dataset.id(), who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("catalog.restore.done"));
    return toPage(dataset);
  }

  private String ask(
      Page page,
      Dataset dataset,
      String reason,
      boolean titleKept,
      FormErrors errors,
      Model model) {
    if (dataset.published() == null) {
      throw new Rejected(CatalogProblem.NO_SUCH_DATASET);
    }
    model.addAttribute("page", page.titled("catalog.withdraw.title"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("publisher", publishers.get(dataset.publisherId()));
    model.addAttribute("reason", reason);
    model.addAttribute("titleKept", titleKept);
    model.addAttribute("errors", errors);
    return "catalog/withdraw";
  }

  private static String toPage(Dataset dataset) {
    return "redirect:" + CatalogPaths.dataset(dataset.slug());
  }
}
