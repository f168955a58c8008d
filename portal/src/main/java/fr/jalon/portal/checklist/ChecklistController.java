package fr.jalon.portal.checklist;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.checklist.Checklist.OfDataset;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A checklist, and what people say of its items. */
@Controller
@RequestMapping(ChecklistPaths.PATTERN)
class ChecklistController {
  private final Beneficiaries beneficiaries;
  private final Checklists checklists;
  private final ChecklistViews views;

  ChecklistController(Beneficiaries beneficiaries, Checklists checklists, ChecklistViews views) {
    this.beneficiaries = beneficiaries;
    this.checklists = checklists;
    this.views = views;
  }

  /** An item in its place. */
  private record Place(Followed followed, Checklist list, @Nullable OfDataset set, Line line) {
    Beneficiary beneficiary() {
      return followed.beneficiary();
    }
  }

  @GetMapping
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    Followed followed = beneficiaries.follow(beneficiaries.getFor(id, who));
    model.addAttribute("page", page.titled("checklist.title"));
    model.addAttribute("view", views.of(page, followed, checklists.of(followed)));
    return "checklist/checklist";
  }

  @GetMapping("/{item}")
  String show(
      Page page, Person who, @PathVariable UUID id, @PathVariable String item, Model model) {
    return show(page, place(id, who, item), null, FormErrors.NONE, false, model);
  }

  @GetMapping("/jeux/{subject}/{item}")
  String show(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable UUID subject,
      @PathVariable String item,
      Model model) {
    return show(page, place(id, who, subject, item), null, FormErrors.NONE, false, model);
  }

  @PostMapping("/{item}")
  String say(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable String item,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    return say(page, who, place(id, who, item), sent, model, response, attributes);
  }

  @PostMapping("/jeux/{subject}/{item}")
  String say(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable UUID subject,
      @PathVariable String item,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    return say(page, who, place(id, who, subject, item), sent, model, response, attributes);
  }

  private String say(
      Page page,
      Person who,
      Place place,
      Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      Said said = read(sent);
      int revision = revision(sent);
      if (place.set() != null && place.line().item() instanceof DatasetItem item) {
        checklists.say(who, place.beneficiary(), place.set(), item, said, revision);
      } else if (place.line().item() instanceof AuthorityItem item) {
        checklists.say(who, place.beneficiary(), item, said, revision);
      }
      attributes.addFlashAttribute(Flash.NAME, Flash.of("checklist.told"));
      return "redirect:" + ChecklistPaths.checklist(place.beneficiary().id());
    } catch (Rejected rejected) {
      if (!(rejected.problem() instanceof ChecklistProblem problem)) {
        throw rejected;
      }
      boolean conflict = problem == ChecklistProblem.CHANGED_MEANWHILE;
      response.setStatus(problem.status());
      // what the other said is shown beside what was written, as it is now
      Place now = conflict ? again(place, who) : place;
      FormErrors errors = FormErrors.of(field(problem), rejected.sentence(page.messages()));
      return show(page, now, sent, errors, conflict, model);
    }
  }

  private static String field(ChecklistProblem problem) {
    return switch (problem) {
      case LINK_MISSING, NO_SUCH_LINK -> "link";
      case NO_SUCH_DAY -> "due";
      case WORDS_MISSING, TOO_LONG -> "words";
      case CHANGED_MEANWHILE, NO_SUCH_STATE, TICKS_ITSELF, NO_SUCH_ITEM -> "state";
    };
  }

  private String show(
      Page page,
      Place place,
      @Nullable Map<String, String> typed,
      FormErrors errors,
      boolean conflict,
      Model model) {
    OfDataset set = place.set();
    List<Mark> history =
        set != null && place.line().item() instanceof DatasetItem item
            ? checklists.history(place.beneficiary(), set, item)
            : place.line().item() instanceof AuthorityItem item
                ? checklists.history(place.beneficiary(), item)
                : List.of();
    ItemView view =
        views.item(
            page, place.followed(), place.list(), set, place.line(), history, typed, conflict);
    model.addAttribute("page", page.named(view.title()));
    model.addAttribute("view", view);
    model.addAttribute("errors", errors);
    return "checklist/item";
  }

  private Place place(UUID id, Person who, String key) {
    AuthorityItem item = AuthorityItem.findByKey(key).orElseThrow(ChecklistController::none);
    Followed followed = beneficiaries.follow(beneficiaries.getFor(id, who));
    Checklist list = checklists.of(followed);
    return new Place(followed, list, null, line(list.authority(), item));
  }

  /** A subject that is not this beneficiary's is as if it were not there. */
  private Place place(UUID id, Person who, UUID subject, String key) {
    DatasetItem item = DatasetItem.findByKey(key).orElseThrow(ChecklistController::none);
    Followed followed = beneficiaries.follow(beneficiaries.getFor(id, who));
    Checklist list = checklists.of(followed);
    OfDataset set =
        list.datasets().stream()
            .filter(one -> one.isAbout(subject))
            .findFirst()
            .orElseThrow(ChecklistController::none);
    return new Place(followed, list, set, line(set.lines(), item));
  }

  private Place again(Place place, Person who) {
    UUID id = place.beneficiary().id();
    OfDataset set = place.set();
    String key = place.line().item().key();
    return set == null ? place(id, who, key) : place(id, who, set.subject(), key);
  }

  private static Line line(List<Line> lines, Item item) {
    return lines.stream()
        .filter(line -> line.item() == item)
        .findFirst()
        .orElseThrow(ChecklistController::none);
  }

  private static Rejected none() {
    return new Rejected(ChecklistProblem.NO_SUCH_ITEM);
  }

  private static Said read(Map<String, String> sent) {
    ItemState state;
    try {
      state = ItemState.valueOf(sent.getOrDefault("state", ""));
    } catch (IllegalArgumentException none) {
      throw new Rejected(ChecklistProblem.NO_SUCH_STATE);
    }
    return new Said(
        state,
        sent.getOrDefault("words", ""),
        sent.getOrDefault("link", ""),
        sent.getOrDefault("owner", ""),
        day(sent.getOrDefault("due", "").strip()));
  }

  private static @Nullable LocalDate day(String written) {
    if (written.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException none) {
      throw new Rejected(ChecklistProblem.NO_SUCH_DAY);
    }
  }

  private static int revision(Map<String, String> sent) {
    String written = sent.getOrDefault("revision", "");
    return written.matches("\\d{1,9}") ? Integer.parseInt(written) : -1;
  }
}
