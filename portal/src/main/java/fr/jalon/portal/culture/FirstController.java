package fr.jalon.portal.culture;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an authority might open first: one's own, or any that is looked for. */
@Controller
class FirstController {
  private static final int MOST_CHOICES = 12;

  private final FirstDatasets first;
  private final Organizations organizations;
  private final CurrentPerson current;

  FirstController(FirstDatasets first, Organizations organizations, CurrentPerson current) {
    this.first = first;
    this.organizations = organizations;
    this.current = current;
  }

  @GetMapping(CulturePaths.FIRST)
  String show(
      Page page,
      @RequestParam(name = "q", defaultValue = "") String typed,
      @RequestParam(name = "collectivite", defaultValue = "") String slug,
      Model model) {
    List<LocalAuthority> found =
        typed.isBlank() ? List.of() : organizations.search(typed, MOST_CHOICES);
    LocalAuthority authority = chosen(slug, typed, found);
    model.addAttribute("page", page.titled("culture.first"));
    model.addAttribute("typed", typed);
    model.addAttribute("found", authority == null ? found : List.of());
    model.addAttribute("advice", authority == null ? null : first.advise(authority));
    return "culture/first";
  }

  private @Nullable LocalAuthority chosen(String slug, String typed, List<LocalAuthority> found) {
    if (!slug.isEmpty()) {
      return organizations
          .findBySlug(slug)
          .orElseThrow(() -> new Rejected(CultureProblem.NO_SUCH_AUTHORITY));
    }
    if (!typed.isBlank()) {
      return found.size() == 1 ? found.get(0) : null;
    }
    return current.find().map(Person::organizationId).flatMap(organizations::find).orElse(null);
  }
}
