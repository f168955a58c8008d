package fr.jalon.portal.workshop;

import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A workshop under way, for whoever leads it: who is where, and who needs somebody. */
@Controller
@RequestMapping(WorkshopPaths.WORKSHOPS + "/{id}")
class LiveController {
  private final Workshops workshops;
  private final Practices practices;
  private final WorkshopViews views;

  LiveController(Workshops workshops, Practices practices, WorkshopViews views) {
    this.workshops = workshops;
    this.practices = practices;
    this.views = views;
  }

  @PostMapping("/ouvrir")
  String open(@PathVariable UUID id) {
    practices.open(id);
    return "redirect:" + WorkshopPaths.live(id);
  }

  @PostMapping("/fermer")
  String close(@PathVariable UUID id, RedirectAttributes attributes) {
    practices.close(id);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("workshop.closed"));
    return "redirect:" + WorkshopPaths.workshop(id) + "#presence";
  }

  @GetMapping("/direct")
  String live(Page page, @PathVariable UUID id, Model model) {
    Workshop one = workshops.get(id);
    if (!one.isOpen(practices.today())) {
      return "redirect:" + one.href();
    }
    WorkshopView.Live view = live(page, one);
    model.addAttribute(
        "page", page.titled("workshop.live.title", view.title()).widened().refreshing(5));
    model.addAttribute("view", view);
    return "workshop/live";
  }

  /** What changes, asked again each second: two seconds from an act to its row are promised. */
  @GetMapping("/direct/etat")
  String state(Page page, @PathVariable UUID id, Model model, HttpServletResponse response) {
    Workshop one = workshops.get(id);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!one.isOpen(practices.today())) {
      response.setHeader("HX-Redirect", one.href());
    }
    model.addAttribute("page", page);
    model.addAttribute("view", live(page, one));
    return "workshop/state";
  }

  private WorkshopView.Live live(Page page, Workshop one) {
    return views.live(page, one, practices.listOf(one.id()), one.capacity());
  }

  @PostMapping("/direct/mains/{trainee}")
  String lower(@PathVariable UUID id, @PathVariable UUID trainee) {
    practices.lower(id, trainee);
    return "redirect:" + WorkshopPaths.live(id);
  }

  /**
   * Has one begin again, or all.
   *
   * @param trainee null for all
   */
  @PostMapping("/direct/remise-a-zero")
  String reset(
      @PathVariable UUID id,
      @RequestParam(name = "qui", required = false) @Nullable UUID trainee,
      RedirectAttributes attributes) {
    int many = practices.reset(id, trainee);
    String name = trainee == null ? "" : practices.get(trainee).firstName();
    attributes.addFlashAttribute(
        Flash.NAME,
        trainee == null
            ? Flash.of("workshop.reset.all", String.valueOf(many))
            : Flash.of("workshop.reset.one", name));
    return "redirect:" + WorkshopPaths.live(id);
  }

  @PostMapping("/direct/reprise")
  String takeBack(
      @PathVariable UUID id,
      @RequestParam(name = "qui", required = false) @Nullable UUID trainee,
      RedirectAttributes attributes) {
    practices.takeBack(id, trainee);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("workshop.taken-back"));
    return "redirect:" + WorkshopPaths.live(id);
  }

  @GetMapping("/projeter")
  String projected(
      Page page,
      @PathVariable UUID id,
      @RequestParam(name = "partie", defaultValue = "") String part,
      Model model) {
    Workshop one = workshops.get(id);
    WorkshopView.Projected view = views.projected(page, one);
    model.addAttribute("page", page.named(view.title()).refreshing(5));
    model.addAttribute("view", view);
    return part.isEmpty() ? "workshop/project" : "workshop/projected";
  }

  /**
   * @param card "" for none any more
   */
  @PostMapping("/projeter")
  String show(
      @PathVariable UUID id,
      @RequestParam(name = "carte", defaultValue = "") String card,
      RedirectAttributes attributes) {
    practices.show(id, card);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of(card.isEmpty() ? "workshop.shown.none" : "workshop.shown"));
    return "redirect:" + WorkshopPaths.live(id);
  }
}
