package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The history of a dataset for its own people, on a page and as a file. */
@Controller
@RequestMapping(CatalogPaths.DATASETS + "/{slug}" + CatalogPaths.CARE)
class HistoryController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Access access;
  private final Trail trail;

  HistoryController(Access access, Trail trail) {
    this.access = access;
    this.trail = trail;
  }

  @GetMapping("/historique")
  String show(Page page, @PathVariable String slug, Model model) {
    Dataset dataset = access.forInsiders(slug);
    List<HistoryLine> lines =
        trail.list(dataset.id()).stream()
            .map(event -> HistoryLine.of(event, page.messages()))
            .toList();
    model.addAttribute("page", page.titled("catalog.history.title"));
    model.addAttribute("dataset", dataset);
    model.addAttribute("lines", lines);
    return "catalog/history";
  }

  @GetMapping("/historique.csv")
  ResponseEntity<byte[]> export(Page page, @PathVariable String slug) {
    Dataset dataset = access.forInsiders(slug);
    Messages messages = page.messages();
    StringBuilder csv = new StringBuilder();
    csv.append(
        line(
            List.of(
                messages.text("catalog.history.when"),
                messages.text("catalog.history.who"),
                messages.text("catalog.history.role"),
                messages.text("catalog.history.what"),
                messages.text("catalog.history.version"),
                messages.text("catalog.history.reason"))));
    for (DatasetEvent event : trail.list(dataset.id())) {
      HistoryLine said = HistoryLine.of(event, messages);
      Integer version = event.version();
      csv.append(
          line(
              List.of(
                  event.at().toString(),
                  said.who(),
                  said.role(),
                  said.what(),
                  version == null ? "" : version.toString(),
                  event.reason())));
    }
    return ResponseEntity.ok()
        .contentType(CSV)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(dataset.slug() + "-historique.csv", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(HistoryController::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** Quoted by RFC 4180; what a spreadsheet would take for a formula stays a text. */
  static String cell(String text) {
    String tame = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + tame.replace("\"", "\"\"") + '"';
  }
}
