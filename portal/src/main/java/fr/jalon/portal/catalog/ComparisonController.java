package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two versions of a dataset side by side, for all: those that all may see. */
@Controller
class ComparisonController {
  private final Access access;
  private final Datasets datasets;

  ComparisonController(Access access, Datasets datasets) {
    this.access = access;
    this.datasets = datasets;
  }

  /** Without numbers, what the last version changed. */
  @GetMapping(CatalogPaths.DATASETS + "/{slug}" + CatalogPaths.COMPARISON)
  String compare(
      Page page,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String avant,
      @RequestParam(defaultValue = "") String apres,
      Model model) {
    Dataset dataset = access.published(slug);
    List<Integer> seen =
        datasets.listVersions(dataset.id()).stream()
            .filter(version -> version.withdrawal() == null && version.erasedAt() == null)
            .map(Version::number)
            .toList();
    int after = number(apres, seen, 0);
    int before = number(avant, seen, 1);
    model.addAttribute("page", page.titled("catalog.compare.title", before, after).widened());
    model.addAttribute("backHref", CatalogPaths.dataset(dataset.slug()));
    model.addAttribute("backText", dataset.title());
    model.addAttribute("numbers", seen);
    model.addAttribute(
        "view",
        Comparison.of(seen(dataset, before, seen), seen(dataset, after, seen), page.messages()));
    return "catalog/compare";
  }

  /**
   * One withdrawn is answered by its tombstone.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_VERSION}
   */
  private Version seen(Dataset dataset, int number, List<Integer> seen) {
    Version version = access.published(dataset, number);
    if (!seen.contains(number)) {
      throw new Rejected(CatalogProblem.NO_SUCH_VERSION);
    }
    return version;
  }

  private static int number(String written, List<Integer> seen, int position) {
    if (written.isEmpty() && !seen.isEmpty()) {
      return seen.get(Math.min(position, seen.size() - 1));
    }
    if (!written.matches("[1-9][0-9]{0,6}")) {
      throw new Rejected(CatalogProblem.NO_SUCH_VERSION);
    }
    return Integer.parseInt(written);
  }
}
