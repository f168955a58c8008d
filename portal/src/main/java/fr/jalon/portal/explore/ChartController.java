package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The charts of a dataset as files, at the address that says what they draw. */
@Controller
class ChartController {
  private static final String PUBLISHED = CatalogPaths.DATASETS + "/{slug}/graphique.";
  private static final String SANDBOX = CatalogPaths.SANDBOX + "/{slug}/graphique.";
  private static final MediaType VECTORS =
      new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private final Access access;
  private final Publishers publishers;
  private final ChartViews charts;
  private final TemplateEngine templates;

  ChartController(
      Access access, Publishers publishers, ChartViews charts, TemplateEngine templates) {
    this.access = access;
    this.publishers = publishers;
    this.charts = charts;
    this.templates = templates;
  }

  @GetMapping(PUBLISHED + "svg")
  ResponseEntity<byte[]> svg(Page page, @PathVariable String slug, HttpServletRequest request)
      throws IOException {
    return svg(published(page, slug, request), slug);
  }

  @GetMapping(SANDBOX + "svg")
  ResponseEntity<byte[]> sandboxSvg(
      Page page, @PathVariable String slug, HttpServletRequest request) throws IOException {
    return svg(sandbox(page, slug, request), slug);
  }

  @GetMapping(PUBLISHED + "png")
  ResponseEntity<byte[]> png(Page page, @PathVariable String slug, HttpServletRequest request)
      throws IOException {
    return png(published(page, slug, request), slug);
  }

  @GetMapping(SANDBOX + "png")
  ResponseEntity<byte[]> sandboxPng(
      Page page, @PathVariable String slug, HttpServletRequest request) throws IOException {
    return png(sandbox(page, slug, request), slug);
  }

  private Drawing published(Page page, String slug, HttpServletRequest request) throws IOException {
    Dataset dataset = access.published(slug);
    Version version = Objects.requireNonNull(dataset.published());
    return drawing(
        dataset, version, CatalogPaths.dataset(dataset.slug()), request, page.messages(), "");
  }

  private Drawing sandbox(Page page, String slug, HttpServletRequest request) throws IOException {
    Dataset dataset = access.sandbox(slug);
    Version version = Objects.requireNonNull(dataset.sandbox());
    String mark = page.t("explore.sandbox.title") + ". ";
    return drawing(
        dataset, version, CatalogPaths.sandbox(dataset.slug()), request, page.messages(), mark);
  }

  private Drawing drawing(
      Dataset dataset,
      Version version,
      String path,
      HttpServletRequest request,
      Messages messages,
      String mark)
      throws IOException {
    Map<String, String[]> parameters = request.getParameterMap();
    Chart chart = charts.chart(version, path, parameters, messages);
    Instant published = version.publishedAt();
    String license = version.description().license().name().toLowerCase(Locale.ROOT);
    String source =
        messages.text(
            "explore.chart.source",
            publishers.get(dataset.publisherId()).name(),
            version.description().title(),
            messages.date(published == null ? version.createdAt() : published),
            messages.text("catalog.license." + license));
    return ChartFile.framed(chart, mark + source);
  }

  private ResponseEntity<byte[]> svg(Drawing drawing, String slug) {
    Utf8ByteOutput written = new Utf8ByteOutput();
    templates.render(
        "explore/chart-file.jte", Map.of("drawing", drawing, "width", ChartFile.WIDTH), written);
    return file(VECTORS, named(slug, "svg"), written.toByteArray());
  }

  private static ResponseEntity<byte[]> png(Drawing drawing, String slug) throws IOException {
    byte[] picture = ChartPicture.png(drawing, ChartFile.WIDTH);
    return file(MediaType.IMAGE_PNG, named(slug, "png"), picture);
  }

  private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, name)
        .body(bytes);
  }

  /** Names are those of addresses: of a dataset that bore another name, the letters of that one. */
  private static String named(String slug, String extension) {
    String name = slug.replaceAll("[^A-Za-z0-9-]", "-");
    return ContentDisposition.attachment()
        .filename(name + "-graphique." + extension)
        .build()
        .toString();
  }
}
