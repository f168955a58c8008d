package fr.jalon.portal.review;

import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Page;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What everybody may know of a season: no person, nothing of money. */
@Controller
@RequestMapping(ReviewPaths.PUBLIC)
class PublicSeasonController {
  private static final Set<Measure> SHOWN =
      Set.of(
          Measure.AUTHORITIES,
          Measure.AUTHORITIES_OPEN,
          Measure.DATASETS,
          Measure.DATASETS_GOOD,
          Measure.ROWS,
          Measure.SESSIONS_HELD);

  private final Facts facts;
  private final Seasons seasons;

  PublicSeasonController(Facts facts, Seasons seasons) {
    this.facts = facts;
    this.seasons = seasons;
  }

  @GetMapping
  String list(Page page, Model model) {
    model.addAttribute("page", page.titled("web.seasons"));
    model.addAttribute("seasons", seasons.list());
    return "review/seasons";
  }

  @GetMapping("/{slug}")
  String show(Page page, @PathVariable String slug, Model model) {
    Season season = seasons.get(slug);
    Content content = facts.ofAll(season);
    List<Figure> figures =
        content.figures().stream().filter(one -> SHOWN.contains(one.measure())).toList();
    model.addAttribute("page", page.named(season.name()));
    model.addAttribute(
        "dates",
        page.t("programme.from-to", season.plan().firstDay(), season.plan().accompaniedUntil()));
    model.addAttribute(
        "figures",
        figures.stream()
            .map(
                one ->
                    new ReviewView.Bar(
                        page.t("review.measure." + one.measure()),
                        ReviewViews.value(page.messages(), one),
                        List.of()))
            .toList());
    model.addAttribute("parts", ReviewViews.ofAll(page.messages(), content));
    return "review/public";
  }

  /** The model that the open data of a season follow. */
  @GetMapping("/modele.json")
  ResponseEntity<String> schema() throws IOException {
    return ResponseEntity.ok()
        .contentType(
            new MediaType(MediaType.APPLICATION_JSON, java.nio.charset.StandardCharsets.UTF_8))
        .body(SeasonTable.schema());
  }
}
