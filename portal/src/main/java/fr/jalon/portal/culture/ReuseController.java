package fr.jalon.portal.culture;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.culture.Reuse.Kind;
import fr.jalon.portal.culture.Reuse.State;
import fr.jalon.portal.culture.Reuses.Proposed;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Pager;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people made of the data: the page, the form, and where somebody reads it first. */
@Controller
class ReuseController {
  /** Characters of a title, of a name. */
  private static final int LONGEST_LINE = 160;

  /** Characters: a paragraph. */
  private static final int LONGEST_WORDS = 800;

  private static final Set<Role> READERS = Set.of(Role.FACILITATOR, Role.ADMINISTRATOR);

  private final Reuses reuses;
  private final Access access;
  private final Doorstep doorstep;
  private final CurrentPerson current;

  ReuseController(Reuses reuses, Access access, Doorstep doorstep, CurrentPerson current) {
    this.reuses = reuses;
    this.access = access;
    this.doorstep = doorstep;
    this.current = current;
  }

  @GetMapping(CulturePaths.REUSES)
  String list(
      Page page, @RequestParam(name = "page", defaultValue = "1") String asked, Model model) {
    long total = reuses.countShown();
    int number = asked.matches("[1-9]\\d{0,5}") ? Integer.parseInt(asked) : 1;
    model.addAttribute("page", page.titled("culture.reuses"));
    model.addAttribute("reuses", reuses.listShown(number));
    model.addAttribute(
        "reads", current.find().filter(who -> READERS.contains(who.role())).isPresent());
    model.addAttribute(
        "pager", new Pager(total, number, Reuses.PAGE_SIZE, CulturePaths.REUSES + "?"));
    return "culture/reuses";
  }

  @GetMapping(CulturePaths.PROPOSE)
  String form(Page page, @RequestParam(name = "jeu", defaultValue = "") String slug, Model model) {
    return show(page, find(slug), UUID.randomUUID(), Map.of(), FormErrors.NONE, model);
  }

  @PostMapping(CulturePaths.PROPOSE)
  String propose(
      Page page,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Written written = new Written(sent);
    Dataset dataset = find(written.text("jeu"));
    if (written.isTrapped()) {
      return thank(page, dataset, model);
    }
    String title = written.words("title", LONGEST_LINE);
    String address = written.address("address");
    Kind kind = written.choice("kind", Kind.class);
    String author = written.words("author", LONGEST_LINE);
    String words = written.words("words", LONGEST_WORDS);
    String email = written.email("email");
    doorstep.look(written, "title", request);
    if (kind != null && !written.isWrong()) {
      try {
        reuses.propose(
            new Proposed(written.id(), title, address, kind, author, email, words, dataset));
        return thank(page, dataset, model);
      } catch (Rejected rejected) {
        written.fault("title", rejected);
      }
    }
    response.setStatus(written.status());
    FormErrors errors = written.errors(page.messages());
    return show(page, dataset, written.id(), written.typed(), errors, model);
  }

  /** A dataset that is not there any more is not worth losing what somebody wrote. */
  private @Nullable Dataset find(String slug) {
    try {
      return slug.isEmpty() ? null : access.published(slug);
    } catch (RuntimeException none) {
      return null;
    }
  }

  private String show(
      Page page,
      @Nullable Dataset dataset,
      UUID id,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), page.t("culture.reuse.kind." + kind));
    }
    model.addAttribute("page", page.titled("culture.propose"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("kinds", kinds);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    doorstep.furnish(model, id);
    return "culture/propose";
  }

  private String thank(Page page, @Nullable Dataset dataset, Model model) {
    model.addAttribute("page", page.titled("culture.proposed"));
    model.addAttribute("dataset", dataset);
    return "culture/proposed";
  }

  @GetMapping(CulturePaths.TO_READ)
  String toRead(Page page, Model model) {
    List<Reuse> all = reuses.listToRead();
    model.addAttribute("page", page.titled("culture.to-read"));
    model.addAttribute("waiting", all.stream().filter(one -> is(one, State.PROPOSED)).toList());
    model.addAttribute("shown", all.stream().filter(one -> is(one, State.SHOWN)).toList());
    model.addAttribute("aside", all.stream().filter(one -> is(one, State.SET_ASIDE)).toList());
    return "culture/to-read";
  }

  private static boolean is(Reuse one, State state) {
    return one.state() == state;
  }

  @PostMapping(CulturePaths.TO_READ + "/{id}/montrer")
  String show(
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int revision,
      RedirectAttributes attributes) {
    reuses.decide(id, State.SHOWN, revision, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("culture.reuse.shown"));
    return "redirect:" + CulturePaths.TO_READ;
  }

  @PostMapping(CulturePaths.TO_READ + "/{id}/ecarter")
  String setAside(
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") int revision,
      RedirectAttributes attributes) {
    reuses.decide(id, State.SET_ASIDE, revision, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("culture.set-aside"));
    return "redirect:" + CulturePaths.TO_READ;
  }
}
