package fr.jalon.portal.workshop;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.account.Trainees;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.web.TokenBuckets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The door of a workshop: a code and a first name; then the sheet, and a hand to raise. */
@Controller
class DoorController {
  /** Wrong codes of one network at once: a room of 25 who each mistype twice. */
  static final int WRONG_CODES = 50;

  /** One more every ten seconds: a bucket counts a second, so its clock is that much slower. */
  private static final long SLOWER = 10;

  private final Practices practices;
  private final Trainees accounts;
  private final WorkshopViews views;
  private final CurrentPerson current;

  /**
   * Only wrong codes are counted, and only they are refused: those who have the right one all come
   * from one room, which nobody is to shut out by mistyping. Who guesses for a whole day may find a
   * code in some hundred, and a file of ours behind it.
   */
  private final TokenBuckets wrong =
      new TokenBuckets(1, WRONG_CODES, () -> System.nanoTime() / SLOWER);

  DoorController(
      Practices practices, Trainees accounts, WorkshopViews views, CurrentPerson current) {
    this.practices = practices;
    this.accounts = accounts;
    this.views = views;
    this.current = current;
  }

  @GetMapping(WorkshopPaths.DOOR)
  String door(Page page, @RequestParam(defaultValue = "") String code, Model model) {
    if (current.find().filter(one -> one.role() == Role.TRAINEE).isPresent()) {
      return "redirect:" + WorkshopPaths.EXERCISE;
    }
    return door(page, code, "", FormErrors.NONE, model);
  }

  private String door(Page page, String code, String name, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("workshop.door.title"));
    model.addAttribute("code", code);
    model.addAttribute("name", name);
    model.addAttribute("errors", errors);
    model.addAttribute("shown", page.demo() ? practices.findCode().orElse("") : "");
    return "workshop/door";
  }

  /**
   * Comes in. Under a first name that somebody left, one says first whether one is they.
   *
   * @param back who comes back, null for whoever did not say so
   * @param other true for whoever said that they are somebody else
   */
  @PostMapping(WorkshopPaths.DOOR)
  String join(
      Page page,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(name = "prenom", defaultValue = "") String name,
      @RequestParam(name = "qui", required = false) @Nullable UUID back,
      @RequestParam(name = "autre", defaultValue = "false") boolean other,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String network = Networks.of(request.getRemoteAddr());
    try {
      if (!practices.isCode(code)) {
        if (wrong.isEmpty(network)) {
          throw new Rejected(WorkshopProblem.TOO_MANY_TRIES);
        }
        wrong.take(network);
        throw new Rejected(WorkshopProblem.NO_SUCH_CODE);
      }
      if (current
          .find()
          .filter(one -> one.role() == Role.TRAINEE && practices.isIn(one.id(), code))
          .isPresent()) {
        return "redirect:" + WorkshopPaths.EXERCISE;
      }
      List<Trainee> away =
          back == null && !other ? practices.listAway(code, name) : List.<Trainee>of();
      if (!away.isEmpty()) {
        model.addAttribute("page", page.titled("workshop.back.title"));
        model.addAttribute("code", code);
        model.addAttribute("name", name.strip());
        model.addAttribute("away", views.away(page, away));
        return "workshop/back";
      }
      Person who = back == null ? practices.join(code, name) : practices.comeBack(code, name, back);
      accounts.enter(who, request, response);
      return "redirect:" + WorkshopPaths.EXERCISE;
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      boolean ofName =
          rejected.problem() == WorkshopProblem.NAME_MISSING
              || rejected.problem() == WorkshopProblem.STILL_THERE;
      String field = ofName ? "prenom" : "code";
      FormErrors errors = FormErrors.of(field, rejected.sentence(page.messages()));
      return door(page, code, name, errors, model);
    }
  }

  @GetMapping(WorkshopPaths.EXERCISE)
  String exercise(Page page, Person who, Model model) {
    WorkshopView.Sheet view = views.sheet(page, practices.get(who.id()));
    model.addAttribute("page", page.named(view.exercise()));
    model.addAttribute("view", view);
    return "workshop/exercise";
  }

  /** Asks from a place, which its page gave as a deposit gives it. */
  @GetMapping(WorkshopPaths.HAND)
  String hand(
      Page page,
      Person who,
      @RequestParam(name = "etape", defaultValue = "") String step,
      @RequestParam(name = "carte", defaultValue = "") String card,
      @RequestParam(name = "cellules", defaultValue = "") String cells,
      Model model) {
    Trainee one = practices.get(who.id());
    Place place = place(one, step, card, cells);
    model.addAttribute("page", page.titled("workshop.hand.title"));
    model.addAttribute("place", place);
    model.addAttribute("where", views.where(page, place));
    return "workshop/hand";
  }

  /** Always of the file they practise on, whatever the address says. */
  private static Place place(Trainee one, String step, String card, String cells) {
    return step.isEmpty() ? one.place() : Place.of(one.depositId(), step, card, cells);
  }

  @PostMapping(WorkshopPaths.HAND)
  String raise(
      Person who,
      @RequestParam(name = "etape", defaultValue = "") String step,
      @RequestParam(name = "carte", defaultValue = "") String card,
      @RequestParam(name = "cellules", defaultValue = "") String cells,
      @RequestParam(name = "mots", defaultValue = "") String words,
      RedirectAttributes attributes) {
    Place place = place(practices.get(who.id()), step, card, cells);
    practices.raise(who.id(), place, words);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("workshop.hand.raised"));
    return "redirect:" + place.href();
  }

  @PostMapping(WorkshopPaths.HAND + "/baisser")
  String lower(Person who, RedirectAttributes attributes) {
    practices.get(who.id());
    practices.lower(who.id());
    attributes.addFlashAttribute(Flash.NAME, Flash.of("workshop.hand.lowered"));
    return "redirect:" + WorkshopPaths.EXERCISE;
  }
}
