package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.home.signal.Later;
import fr.jalon.portal.home.signal.Signal;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.home.signal.SignalProblem;
import fr.jalon.portal.home.signal.Signals;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All signals of a season, and what one says of each. */
@Controller
@RequestMapping(SignalPaths.ALL)
class SignalController {
  private final Signals signals;
  private final SignalViews views;
  private final Seasons seasons;
  private final Beneficiaries beneficiaries;

  SignalController(
      Signals signals, SignalViews views, Seasons seasons, Beneficiaries beneficiaries) {
    this.signals = signals;
    this.views = views;
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
  }

  @GetMapping
  String list(
      Page page,
      Person who,
      @RequestParam(name = "saison", defaultValue = "") String slug,
      @RequestParam(name = "etat", defaultValue = "") String state,
      @RequestParam(name = "niveau", defaultValue = "") String level,
      @RequestParam(name = "collectivite", defaultValue = "") String authority,
      Model model) {
    Optional<Season> found =
        slug.isEmpty() ? seasons.findCurrent() : Optional.of(seasons.get(slug));
    model.addAttribute("page", page.titled("signal.title"));
    if (found.isEmpty()) {
      return "home/empty";
    }
    Season season = found.get();
    signals.refresh(season);
    SignalChoice choice = SignalChoice.of(state, level, authority);
    List<Signal> all =
        choice.state() == SignalChoice.State.RESOLVED
            ? signals.listResolved(season, who)
            : signals.listOpen(season, who);
    model.addAttribute(
        "view",
        views.of(
            page,
            who,
            season,
            choice,
            all,
            beneficiaries.listOfSeason(season.id()),
            signals.getsDigest(who)));
    return "home/signals";
  }

  @PostMapping("/{id}/vu")
  String see(
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "retour", defaultValue = "") String back,
      RedirectAttributes attributes) {
    Signal signal = signals.see(id, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("signal.seen.done"));
    return back(signal, back);
  }

  @PostMapping("/{id}/plus-tard")
  String putOff(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "jusqua", defaultValue = "") String until,
      @RequestParam(name = "retour", defaultValue = "") String back,
      RedirectAttributes attributes) {
    Later later = Later.find(until).orElseThrow(() -> new Rejected(SignalProblem.NO_SUCH_DAY));
    Signal signal = signals.putOff(id, who, later);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("signal.later.done", page.date(later.from(seasons.today()))));
    return back(signal, back);
  }

  @PostMapping("/{id}/remettre")
  String takeUp(
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "retour", defaultValue = "") String back,
      RedirectAttributes attributes) {
    Signal signal = signals.takeUp(id, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("signal.again.done"));
    return back(signal, back);
  }

  /** To the page the form was on: an address of these pages, else the board. */
  private String back(Signal signal, String back) {
    return "redirect:"
        + (back.matches("/accueil(/signaux)?(\\?[a-z0-9=&%-]*)?")
            ? back
            : BoardController.PATH + "?saison=" + signals.seasonOf(signal).slug());
  }

  @PostMapping("/resume")
  String digest(
      Person who,
      @RequestParam(name = "voulu", defaultValue = "") String wanted,
      RedirectAttributes attributes) {
    boolean wants = wanted.equals("oui");
    signals.setDigest(who, wants);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of(wants ? "signal.digest.resumed" : "signal.digest.stopped"));
    return "redirect:" + SignalPaths.ALL + "#resume";
  }
}
