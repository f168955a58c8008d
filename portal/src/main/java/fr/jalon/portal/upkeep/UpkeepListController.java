package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is awaited: each authority's own data, or everyone's for those of the region; and the list
 * of what an authority published, which it may publish too.
 */
@Controller
@RequestMapping("/mises-a-jour")
class UpkeepListController {
  private final Upkeep upkeep;
  private final UpkeepViews views;
  private final OwnCatalogues catalogues;

  UpkeepListController(Upkeep upkeep, UpkeepViews views, OwnCatalogues catalogues) {
    this.upkeep = upkeep;
    this.views = views;
    this.catalogues = catalogues;
  }

  @GetMapping
  String list(Page page, Person who, Model model) {
    return list(page, who, null, FormErrors.NONE, model);
  }

  /** Deposits the list of what the authority published. */
  @PostMapping("/catalogue")
  String deposit(
      Page page,
      Person who,
      @RequestParam(defaultValue = "") String siret,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes)
      throws IOException {
    try {
      UUID deposit = catalogues.deposit(who, siret);
      attributes.addFlashAttribute(Flash.NAME, Flash.of("upkeep.catalogue.done"));
      return "redirect:/depots/" + deposit;
    } catch (Rejected wrong) {
      if (wrong.problem() != UpkeepProblem.NOT_ITS_SIRET) {
        throw wrong;
      }
      response.setStatus(wrong.problem().status());
      return list(page, who, siret, FormErrors.of("siret", wrong.sentence(page.messages())), model);
    }
  }

  private String list(
      Page page, Person who, @Nullable String siret, FormErrors errors, Model model) {
    OwnCatalogues.State state = catalogues.find(who).orElse(null);
    model.addAttribute("page", page.titled("upkeep.list.title").widened());
    model.addAttribute("view", views.list(page, who, upkeep.listFor(who)));
    model.addAttribute(
        "catalogue", state == null ? null : UpkeepViews.catalogue(page, state, siret));
    model.addAttribute("errors", errors);
    return "upkeep/list";
  }
}
