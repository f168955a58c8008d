package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.NavEntry;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The words for the same thing: administrators add those that people of their towns use. */
@Controller
@RequestMapping(CatalogPaths.SYNONYMS)
class SynonymController {
  private final Synonyms synonyms;

  SynonymController(Synonyms synonyms) {
    this.synonyms = synonyms;
  }

  @GetMapping
  String list(Page page, Model model) {
    return show(page, "", FormErrors.NONE, model);
  }

  @PostMapping
  String add(
      Page page,
      @RequestParam(defaultValue = "") String phrases,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      synonyms.add(phrases);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return show(
          page, phrases, FormErrors.of("phrases", rejected.sentence(page.messages())), model);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("catalog.synonyms.added"));
    return "redirect:" + CatalogPaths.SYNONYMS;
  }

  @PostMapping("/{id}/retirer")
  String remove(@PathVariable UUID id, RedirectAttributes attributes) {
    synonyms.remove(id);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("catalog.synonyms.removed"));
    return "redirect:" + CatalogPaths.SYNONYMS;
  }

  private String show(Page page, String phrases, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("catalog.synonyms.title"));
    model.addAttribute(
        "view", new SynonymsView(synonyms.listAdded(), synonyms.listOurs(), phrases, errors));
    return "catalog/synonyms";
  }

  /** The link to it in the navigation. */
  @Configuration(proxyBeanMethods = false)
  static class Navigation {
    @Bean
    NavEntry synonymsEntry() {
      return new NavEntry(
              84, "catalog.synonyms.nav", CatalogPaths.SYNONYMS, Set.of(Role.ADMINISTRATOR.name()))
          .ofManagement();
    }
  }
}
