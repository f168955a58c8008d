package fr.jalon.portal.api;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.query.Page;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.FileAnswers;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The API of published datasets and their rows, for programs: no key, no account, no sandbox. */
@RestController
class DatasetsApi {
  private final CatalogSearch search;
  private final Access access;
  private final Publishers publishers;
  private final VersionRows rows;
  private final FileAnswers files;
  private final PortalSettings portal;
  private final Clock clock;

  DatasetsApi(
      CatalogSearch search,
      Access access,
      Publishers publishers,
      VersionRows rows,
      FileAnswers files,
      PortalSettings portal,
      Clock clock) {
    this.search = search;
    this.access = access;
    this.publishers = publishers;
    this.rows = rows;
    this.files = files;
    this.portal = portal;
    this.clock = clock;
  }

  @GetMapping("/api/datasets")
  ApiDatasets list(
      @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
    CatalogQuery query = ApiSearch.query(parameters, publishers);
    SearchResults found = search.find(query);
    Map<UUID, Publisher> known = publishers.of(found.datasets());
    List<ApiDataset> data =
        found.datasets().stream()
            .map(
                dataset ->
                    ApiDataset.of(
                        dataset,
                        versionOf(dataset),
                        Objects.requireNonNull(known.get(dataset.publisherId())),
                        portal,
                        clock.instant()))
            .toList();
    return ApiDatasets.of(
        ApiPage.of(
            data,
            new ApiPage.Meta(query.page(), CatalogSearch.PAGE_SIZE, found.total()),
            addressWithoutPage(request)),
        found);
  }

  @GetMapping("/api/datasets/{slug}")
  ApiDataset one(@PathVariable String slug) {
    return described(access.published(slug));
  }

  @GetMapping("/api/datasets/{slug}/rows")
  @Nullable ApiPage<Map<String, @Nullable Object>> rows(
      @PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Version version = versionOf(access.published(slug));
    RowQuery query = RowAddress.strict(version, request.getParameterMap());
    if (isKnown(version, request, response)) {
      return null;
    }
    Page page = rows.page(version, query);
    return ApiPage.of(
        cells(page),
        new ApiPage.Meta(query.offset() / query.limit() + 1, query.limit(), page.total()),
        addressWithoutPage(request));
  }

  /** The same rows, all of them; without a question, the file itself. */
  @GetMapping("/api/datasets/{slug}/rows.csv")
  @Nullable ResponseEntity<Resource> csv(
      @PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Dataset dataset = access.published(slug);
    Version version = versionOf(dataset);
    RowQuery query = RowAddress.strict(version, request.getParameterMap());
    String name = dataset.slug() + ".csv";
    if (request.getParameterMap().isEmpty()) {
      Distribution file =
          version
              .findDistribution(WrittenFormat.CSV)
              .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_FILE));
      return files.latest(file, name);
    }
    if (!isKnown(version, request, response)) {
      writeCsv(version, query, name, response);
    }
    return null;
  }

  private void writeCsv(Version version, RowQuery query, String name, HttpServletResponse response)
      throws IOException {
    CsvPages pages = new CsvPages(rows, version, query);
    response.setContentType("text/csv;charset=utf-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    pages.writeTo(response.getOutputStream());
  }

  private ApiDataset described(Dataset dataset) {
    return ApiDataset.of(
        dataset,
        versionOf(dataset),
        publishers.get(dataset.publisherId()),
        portal,
        clock.instant());
  }

  private static Version versionOf(Dataset dataset) {
    return Objects.requireNonNull(dataset.published());
  }

  /** True when the asker has this very answer already; a version never changes, so its id tells. */
  private static boolean isKnown(
      Version version, HttpServletRequest request, HttpServletResponse response) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    String tag = "W/\"" + version.id() + "-" + Integer.toHexString(query.hashCode()) + "\"";
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, public");
    return new ServletWebRequest(request, response).checkNotModified(tag);
  }

  /** Rows by the names of their columns; "__id" is the number of the row, as data.gouv.fr does. */
  private static List<Map<String, @Nullable Object>> cells(Page page) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < page.rows().size(); i++) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      if (!page.numbers().isEmpty()) {
        row.put("__id", page.numbers().get(i) + 1);
      }
      for (int c = 0; c < page.columns().size(); c++) {
        Object value = page.rows().get(i).get(c);
        row.put(
            page.columns().get(c).name(),
            value instanceof TemporalAccessor ? value.toString() : value);
      }
      rows.add(row);
    }
    return rows;
  }

  private String addressWithoutPage(HttpServletRequest request) {
    String query = request.getQueryString();
    String kept =
        query == null
            ? ""
            : Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith("page=") && !pair.isEmpty())
                .collect(Collectors.joining("&"));
    String path = portal.link(request.getRequestURI());
    return kept.isEmpty() ? path : path + "?" + kept;
  }
}
