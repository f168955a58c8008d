package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The versions of a dataset for its own people: seen, compared, published again, withdrawn, erased.
 */
@Controller
@RequestMapping(CatalogPaths.DATASETS + "/{slug}" + CatalogPaths.CARE)
class VersionController {
  private final Access access;
  private final Datasets datasets;
  private final Withdrawals withdrawals;
  private final VersionsViews views;

  VersionController(
      Access access, Datasets datasets, Withdrawals withdrawals, VersionsViews views) {
    this.access = access;
    this.datasets = datasets;
    this.withdrawals = withdrawals;
    this.views = views;
  }

  @GetMapping
  String list(Page page, @PathVariable String slug, Model model) {
    Dataset dataset = access.forInsiders(slug);
    model.addAttribute("page", page.titled("catalog.versions.title"));
    model.addAttribute(
        "view",
        views.of(
            dataset,
            datasets.listVersions(dataset.id()),
            access.standing(dataset),
            page.messages()));
    return "catalog/versions";
  }

  @GetMapping("/comparaison")
  String compare(
      Page page,
      @PathVariable String slug,
      @RequestParam int avant,
      @RequestParam int apres,
      Model model) {
    Dataset dataset = access.forInsiders(slug);
    model.addAttribute("page", page.titled("catalog.compare.title", avant, apres).widened());
    model.addAttribute("backHref", CatalogPaths.care(dataset.slug()));
    model.addAttribute("backText", page.t("catalog.versions.title"));
    model.addAttribute("numbers", List.of());
    model.addAttribute(
        "view",
        Comparison.of(notErased(dataset, avant), notErased(dataset, apres), page.messages()));
    return "catalog/compare";
  }

  private Version notErased(Dataset dataset, int number) {
    Version version = datasets.getVersion(dataset.id(), number);
    if (version.erasedAt() != null) {
      throw new Rejected(CatalogProblem.ALREADY_ERASED);
    }
    return version;
  }

  @GetMapping("/versions/{number}/retour")
  String askAgain(Page page, @PathVariable String slug, @PathVariable int number, Model model) {
    Dataset dataset = access.forStewards(slug);
    Version version = datasets.getVersion(dataset.id(), number);
    if (version.withdrawal() != null) {
      throw new Rejected(CatalogProblem.VERSION_NOT_SEEN, number);
    }
    ask(page.titled("catalog.again.title", number), dataset, number, model);
    model.addAttribute("next", datasets.listVersions(dataset.id()).size() + 1);
    return "catalog/again";
  }

  @PostMapping("/versions/{number}/retour")
  String publishAgain(
      Person who,
      @PathVariable String slug,
      @PathVariable int number,
      RedirectAttributes attributes) {
    Dataset dataset = access.forStewards(slug);
    Dataset after = datasets.publishAgain(dataset.id(), number, who.id());
    attributes.addFlashAttribute(
        Flash.NAME,
        Flash.of(
            "catalog.again.done",
            Integer.toString(after.current().number()),
            Integer.toString(number)));
    return back(dataset);
  }

  @GetMapping("/versions/{number}/retrait")
  String askWithdrawal(
      Page page, @PathVariable String slug, @PathVariable int number, Model model) {
    Dataset dataset = access.forStewards(slug);
    Version version = datasets.getVersion(dataset.id(), number);
    if (version.withdrawal() != null) {
      return back(dataset);
    }
    return askWithdrawal(page, dataset, version, "", "", FormErrors.NONE, model);
  }

  /**
   * @param instead the number of the version that takes the place of the one all see, "" for none
   */
  @PostMapping("/versions/{number}/retrait")
  String withdraw(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String instead,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forStewards(slug);
    try {
      withdrawals.withdrawVersion(dataset.id(), number, who, reason, number(instead));
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return askWithdrawal(
          page,
          dataset,
          datasets.getVersion(dataset.id(), number),
          reason,
          instead,
          FormErrors.of("reason", rejected.sentence(page.messages())),
          model);
    }
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("catalog.withdraw-version.done", Integer.toString(number)));
    return back(dataset);
  }

  private static @Nullable Integer number(String written) {
    return written.matches("[1-9][0-9]{0,6}") ? Integer.valueOf(written) : null;
  }

  private String askWithdrawal(
      Page page,
      Dataset dataset,
      Version version,
      String reason,
      String instead,
      FormErrors errors,
      Model model) {
    List<Integer> same = datasets.listOfSameFiles(version).stream().map(Version::number).toList();
    Version published = dataset.published();
    boolean current =
        published != null
            && (published.number() == version.number() || same.contains(published.number()));
    ask(
        page.titled("catalog.withdraw-version.title", version.number()),
        dataset,
        version.number(),
        model);
    model.addAttribute("instead", current ? choices(page, dataset, version, same) : Map.of());
    model.addAttribute("same", same);
    model.addAttribute("chosen", instead);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    model.addAttribute("current", current);
    return "catalog/withdraw-version";
  }

  private Map<String, String> choices(Page page, Dataset dataset, Version but, List<Integer> same) {
    Map<String, String> choices = new LinkedHashMap<>();
    List<Version> others =
        datasets.listVersions(dataset.id()).stream()
            .filter(one -> one.withdrawal() == null && one.number() != but.number())
            .filter(one -> !same.contains(one.number()))
            .toList();
    if (!others.isEmpty()) {
      choices.put("", page.t("catalog.withdraw-version.instead.none"));
    }
    for (Version other : others) {
      choices.put(
          Integer.toString(other.number()),
          page.t("catalog.withdraw-version.instead.one", other.number(), other.rows()));
    }
    return choices;
  }

  @PostMapping("/versions/{number}/remise-en-ligne")
  String restore(
      Person who,
      @PathVariable String slug,
      @PathVariable int number,
      RedirectAttributes attributes) {
    Dataset dataset = access.forStewards(slug);
    withdrawals.restoreVersion(dataset.id(), number, who);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("catalog.restore-version.done", Integer.toString(number)));
    return back(dataset);
  }

  @GetMapping("/versions/{number}/effacement")
  String askErasure(Page page, @PathVariable String slug, @PathVariable int number, Model model) {
    Dataset dataset = access.forStewards(slug);
    if (datasets.getVersion(dataset.id(), number).erasedAt() != null) {
      return back(dataset);
    }
    return askErasure(page, dataset, number, "", FormErrors.NONE, model);
  }

  @PostMapping("/versions/{number}/effacement")
  String erase(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean understood,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forStewards(slug);
    try {
      if (!understood) {
        throw new Rejected(CatalogProblem.NOT_CONFIRMED);
      }
      withdrawals.erase(dataset.id(), number, who, reason);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      String field = rejected.problem() == CatalogProblem.NOT_CONFIRMED ? "understood" : "reason";
      return askErasure(
          page,
          dataset,
          number,
          reason,
          FormErrors.of(field, rejected.sentence(page.messages())),
          model);
    }
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("catalog.erase.done", Integer.toString(number)));
    return back(dataset);
  }

  private String askErasure(
      Page page, Dataset dataset, int number, String reason, FormErrors errors, Model model) {
    ask(page.titled("catalog.erase.title", number), dataset, number, model);
    model.addAttribute("reason", reason);
    model.addAttribute("errors", errors);
    return "catalog/erase";
  }

  private static void ask(Page page, Dataset dataset, int number, Model model) {
    model.addAttribute("page", page);
    model.addAttribute("dataset", dataset);
    model.addAttribute("number", number);
  }

  private static String back(Dataset dataset) {
    return "redirect:" + CatalogPaths.care(dataset.slug());
  }
}
