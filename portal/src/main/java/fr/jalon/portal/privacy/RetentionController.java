package fr.jalon.portal.privacy;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long things are kept, what would go, and the word of an administrator for it. */
@Controller
@RequestMapping(PrivacyPaths.RETENTIONS)
class RetentionController {
  /** Entries of the journal: some weeks of it. */
  private static final int LAST = 50;

  private final Retentions retentions;
  private final Journal journal;

  RetentionController(Retentions retentions, Journal journal) {
    this.retentions = retentions;
    this.journal = journal;
  }

  @GetMapping
  String list(Page page, Model model) {
    model.addAttribute("page", page.titled("privacy.retentions.title"));
    model.addAttribute(
        "views", retentions.list().stream().map(state -> RetentionView.of(state, page)).toList());
    model.addAttribute(
        "journal", journal.listLast(LAST).stream().map(entry -> said(entry, page)).toList());
    return "privacy/retentions";
  }

  @GetMapping("/{key}")
  String show(Page page, @PathVariable String key, Model model) {
    return show(page, retentions.get(key), FormErrors.NONE, model);
  }

  @PostMapping("/{key}/accepter")
  String accept(
      Page page,
      Person who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String revision,
      @RequestParam(defaultValue = "") String visa,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    try {
      Retentions.State state = retentions.accept(key, who, revision, visa);
      attributes.addFlashAttribute(
          Flash.NAME,
          Flash.of(
              "privacy.accepted.flash." + (state.due().size() == 1 ? "one" : "many"),
              page.messages().number(state.due().size())));
      return "redirect:" + PrivacyPaths.RETENTIONS + "/" + key;
    } catch (Rejected rejected) {
      if (rejected.problem() != PrivacyProblem.VISA_MISSING) {
        throw rejected;
      }
      response.setStatus(rejected.problem().status());
      return show(
          page,
          retentions.get(key),
          FormErrors.of("visa", rejected.sentence(page.messages())),
          model);
    }
  }

  @PostMapping("/{key}/garder")
  String keep(Person who, @PathVariable String key, RedirectAttributes attributes) {
    retentions.keep(key, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("privacy.kept.flash"));
    return "redirect:" + PrivacyPaths.RETENTIONS + "/" + key;
  }

  @PostMapping("/{key}/chaque-nuit")
  String everyNight(
      Person who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String applied,
      RedirectAttributes attributes) {
    boolean on = applied.equals("oui");
    retentions.setAutomatic(key, who, on);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of(on ? "privacy.automatic.flash" : "privacy.by-hand.flash"));
    return "redirect:" + PrivacyPaths.RETENTIONS + "/" + key;
  }

  private static String show(Page page, Retentions.State state, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("register.retention." + state.rule().key()));
    model.addAttribute("view", RetentionView.of(state, page));
    model.addAttribute("errors", errors);
    return "privacy/retention";
  }

  private static String said(Journal.Entry entry, Page page) {
    String room = entry.kind() == Journal.Kind.ERASED ? "register.trace." : "register.retention.";
    String what =
        page.dateTime(entry.at())
            + " · "
            + page.n(
                "privacy.journal." + entry.kind(),
                entry.lines(),
                entry.subject().isEmpty() ? "" : page.t(room + entry.subject()))
            + " "
            + (entry.by().isEmpty() ? page.t("privacy.journal.night") : entry.by());
    return entry.reference().isEmpty()
        ? what
        : what + " · " + page.t("privacy.journal.visa", entry.reference());
  }
}
