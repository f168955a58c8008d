package fr.jalon.portal.home;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.home.signal.Signals;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Page;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of those who accompany authorities, and of those who are accompanied. */
@Controller
class BoardController {
  static final String PATH = "/accueil";

  private final Board board;
  private final BoardViews views;
  private final Seasons seasons;
  private final OwnPage own;
  private final Signals signals;

  BoardController(Board board, BoardViews views, Seasons seasons, OwnPage own, Signals signals) {
    this.own = own;
    this.signals = signals;
    this.board = board;
    this.views = views;
    this.seasons = seasons;
  }

  @GetMapping(PATH)
  String show(
      Page page,
      Person who,
      @RequestParam(name = "saison", defaultValue = "") String slug,
      @RequestParam(name = "filtre", defaultValue = "") String filter,
      @RequestParam(name = "phase", defaultValue = "") String phase,
      @RequestParam(name = "etat", defaultValue = "") String state,
      Model model) {
    if (who.role().belongsToAnAuthority()) {
      return own.show(page, who, model);
    }
    Optional<Season> season =
        slug.isEmpty() ? seasons.findCurrent() : Optional.of(seasons.get(slug));
    model.addAttribute("page", page.titled("home.title").widened());
    if (season.isEmpty()) {
      return "home/empty";
    }
    signals.refresh(season.get());
    List<Season> all = seasons.list();
    model.addAttribute(
        "view",
        views.of(page, board.look(season.get(), who), all, BoardChoice.of(filter, phase, state)));
    return "home/board";
  }
}
