package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is awaited: each authority's own data, or everyone's for those of the region. */
@Controller
class UpkeepListController {
  private final Upkeep upkeep;
  private final UpkeepViews views;

  UpkeepListController(Upkeep upkeep, UpkeepViews views) {
    this.upkeep = upkeep;
    this.views = views;
  }

  @GetMapping("/mises-a-jour")
  String list(Page page, Person who, Model model) {
    model.addAttribute("page", page.titled("upkeep.list.title").widened());
    model.addAttribute("view", views.list(page, who, upkeep.listFor(who)));
    return "upkeep/list";
  }
}
