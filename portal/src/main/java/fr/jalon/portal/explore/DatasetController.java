package fr.jalon.portal.explore;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.query.Bounds;
import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.FileAnswers;
import fr.jalon.portal.catalog.MadeFiles;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The page of a dataset, what it asks for as one looks around, and its files; the same for its
 * rehearsal.
 */
@Controller
class DatasetController {
  private static final String PUBLISHED = CatalogPaths.DATASETS + "/{slug}";
  private static final String SANDBOX = CatalogPaths.SANDBOX + "/{slug}";

  private final Access access;
  private final DatasetViews views;
  private final MapViews maps;
  private final RowViews rows;
  private final FileAnswers files;
  private final MadeFiles made;

  DatasetController(
      Access access,
      DatasetViews views,
      MapViews maps,
      RowViews rows,
      FileAnswers files,
      MadeFiles made) {
    this.made = made;
    this.access = access;
    this.views = views;
    this.maps = maps;
    this.rows = rows;
    this.files = files;
  }

  @GetMapping(PUBLISHED)
  ModelAndView published(Page page, @PathVariable String slug, HttpServletRequest request)
      throws IOException {
    Dataset dataset = access.published(slug);
    if (!dataset.slug().equals(slug)) {
      return movedTo(CatalogPaths.dataset(dataset.slug()), request);
    }
    DatasetView view =
        views.published(
            dataset, access.standing(dataset), request.getParameterMap(), page.messages());
    return shown(page.named(dataset.title()), view);
  }

  @GetMapping(SANDBOX)
  ModelAndView sandbox(
      Page page,
      @PathVariable String slug,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Dataset dataset = access.sandbox(slug);
    if (!dataset.slug().equals(slug)) {
      return movedTo(CatalogPaths.sandbox(dataset.slug()), request);
    }
    Version version = sandboxOf(dataset);
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    DatasetView view = views.sandbox(dataset, version, request.getParameterMap(), page.messages());
    return shown(page.named(version.description().title()), view);
  }

  @GetMapping(PUBLISHED + "/carte")
  ResponseEntity<MapViews.Frame> map(Page page, @PathVariable String slug, Corners corners)
      throws IOException {
    Dataset dataset = access.published(slug);
    return json(
        maps.frame(
            publishedOf(dataset),
            CatalogPaths.dataset(dataset.slug()),
            corners.bounds(),
            corners.depth(),
            page.messages()));
  }

  @GetMapping(SANDBOX + "/carte")
  ResponseEntity<MapViews.Frame> sandboxMap(Page page, @PathVariable String slug, Corners corners)
      throws IOException {
    Dataset dataset = access.sandbox(slug);
    return json(
        maps.frame(
            sandboxOf(dataset),
            CatalogPaths.sandbox(dataset.slug()),
            corners.bounds(),
            corners.depth(),
            page.messages()));
  }

  /** The ground under any map. */
  @GetMapping("/territoires/fond")
  ResponseEntity<Ground.Under> ground(Corners corners) throws IOException {
    return json(maps.ground(corners.bounds(), corners.depth()));
  }

  @GetMapping(PUBLISHED + "/lignes/{number}")
  ResponseEntity<RowViews.RowView> row(
      Page page, @PathVariable String slug, @PathVariable String number) throws IOException {
    Dataset dataset = access.published(slug);
    return json(
        rows.of(
            publishedOf(dataset), number, CatalogPaths.dataset(dataset.slug()), page.messages()));
  }

  @GetMapping(SANDBOX + "/lignes/{number}")
  ResponseEntity<RowViews.RowView> sandboxRow(
      Page page, @PathVariable String slug, @PathVariable String number) throws IOException {
    Dataset dataset = access.sandbox(slug);
    return json(
        rows.of(sandboxOf(dataset), number, CatalogPaths.sandbox(dataset.slug()), page.messages()));
  }

  /** "arbres-v2.csv" for a version, "arbres.csv" for the latest. */
  @GetMapping(PUBLISHED + "/fichiers/{file}")
  ResponseEntity<Resource> file(@PathVariable String slug, @PathVariable String file)
      throws IOException {
    Dataset dataset = access.published(slug);
    FileName name = FileName.parse(file);
    if (name.number() == 0) {
      return files.latest(fileOf(dataset, publishedOf(dataset), name.format()), file);
    }
    Version version = access.published(dataset, name.number());
    return files.numbered(fileOf(dataset, version, name.format()), file);
  }

  @GetMapping(SANDBOX + "/fichiers/{file}")
  ResponseEntity<Resource> sandboxFile(@PathVariable String slug, @PathVariable String file)
      throws IOException {
    Dataset dataset = access.sandbox(slug);
    return files.kept(writtenIn(sandboxOf(dataset), FileName.parse(file).format()), file);
  }

  private Distribution fileOf(Dataset dataset, Version version, WrittenFormat format) {
    return format.madeFromCsv()
        ? made.get(version, format, dataset.slug())
        : writtenIn(version, format);
  }

  private static Distribution writtenIn(Version version, WrittenFormat format) {
    return version
        .findDistribution(format)
        .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_FILE));
  }

  private static Version publishedOf(Dataset dataset) {
    return Objects.requireNonNull(dataset.published());
  }

  private static Version sandboxOf(Dataset dataset) {
    return Objects.requireNonNull(dataset.sandbox());
  }

  private static <T> ResponseEntity<T> json(T body) {
    return ResponseEntity.ok(body);
  }

  /**
   * An earlier name leads to the present one for ever. Relative: no forged host leads elsewhere.
   */
  private static ModelAndView movedTo(String path, HttpServletRequest request) {
    String query = request.getQueryString();
    RedirectView there = new RedirectView(query == null ? path : path + "?" + query);
    there.setHttp10Compatible(false);
    there.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    there.setExpandUriTemplateVariables(false);
    return new ModelAndView(there);
  }

  private static ModelAndView shown(Page page, DatasetView view) {
    return new ModelAndView("explore/dataset", Map.of("page", page.widened(), "view", view));
  }

  /** What a map shows: its corners in degrees, its zoom. */
  record Corners(
      @Nullable Double ouest,
      @Nullable Double sud,
      @Nullable Double est,
      @Nullable Double nord,
      @Nullable Integer zoom) {
    private static final int DEEPEST = 22;
    private static final double FARTHEST = 3600;

    /** The zoom of web maps, 0 for the world in one tile. */
    int depth() {
      return zoom == null ? 0 : Math.max(0, Math.min(DEEPEST, zoom));
    }

    Bounds bounds() {
      if (ouest == null || sud == null || est == null || nord == null) {
        throw new Rejected(ExploreProblem.NO_PLACE);
      }
      // Browsers go round the world a few times; what is no number or endless is refused too.
      if (!(-FARTHEST <= ouest && ouest <= est && est <= FARTHEST)
          || !(-FARTHEST <= sud && sud <= nord && nord <= FARTHEST)) {
        throw new Rejected(ExploreProblem.NO_PLACE);
      }
      return new Bounds(ouest, sud, est, nord);
    }
  }
}
