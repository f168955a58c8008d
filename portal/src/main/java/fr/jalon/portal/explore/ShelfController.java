package fr.jalon.portal.explore;

import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Schema;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of themes and of national models, and their lists. */
@Controller
class ShelfController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** By which spreadsheets know UTF-8. */
  private static final String MARK = "\ufeff";

  private final ShelfViews views;

  ShelfController(ShelfViews views) {
    this.views = views;
  }

  @GetMapping(CatalogPaths.THEMES)
  String themes(Page page, Model model) {
    model.addAttribute("page", page.titled("explore.themes.title"));
    model.addAttribute("about", page.t("explore.themes.about"));
    model.addAttribute("entries", views.themes(page.messages()));
    return "explore/shelves";
  }

  @GetMapping(CatalogPaths.THEMES + "/{theme}")
  String theme(Page page, @PathVariable String theme, Model model) {
    Theme asked =
        Arrays.stream(Theme.values())
            .filter(one -> one.key().equals(theme))
            .findFirst()
            .orElseThrow(() -> new Rejected(ExploreProblem.NO_SUCH_THEME));
    model.addAttribute("page", page.named(ShelfViews.title(asked, page.messages())));
    model.addAttribute("view", views.theme(asked, page.messages()));
    return "explore/shelf";
  }

  @GetMapping(CatalogPaths.MODELS)
  String models(Page page, Model model) {
    model.addAttribute("page", page.titled("explore.models.title"));
    model.addAttribute("about", page.t("explore.models.about"));
    model.addAttribute("entries", views.models(page.messages()));
    return "explore/shelves";
  }

  @GetMapping(CatalogPaths.MODELS + "/{model}")
  String model(Page page, @PathVariable("model") String slug, Model model) {
    ShelfViews.Shelf shelf =
        views.findModel(slug).orElseThrow(() -> new Rejected(ExploreProblem.NO_SUCH_MODEL));
    model.addAttribute("page", page.named(shelf.title()));
    model.addAttribute("view", views.model(shelf, page.messages()));
    return "explore/shelf";
  }

  /** The columns of a model, and no row: what a town hall fills. */
  @GetMapping(CatalogPaths.MODELS + "/{model}/vide.csv")
  ResponseEntity<byte[]> empty(@PathVariable("model") String slug) {
    Schema schema =
        ShelfViews.findSchema(slug).orElseThrow(() -> new Rejected(ExploreProblem.NO_SUCH_MODEL));
    String heads =
        schema.fields().stream().map(Field::name).collect(Collectors.joining(";")) + "\r\n";
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(slug + ".csv").build().toString())
        .body((MARK + heads).getBytes(StandardCharsets.UTF_8));
  }
}
