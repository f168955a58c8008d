package fr.jalon.portal.privacy;

import fr.jalon.engine.Json;
import fr.jalon.portal.privacy.PersonalFiles.Dossier;
import fr.jalon.portal.privacy.PersonalFiles.Found;
import fr.jalon.portal.web.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.util.HtmlUtils;

/**
 * What is kept of a person, to take away: a page for them, JSON for programs (GDPR, article 20).
 */
final class Archive {
  private Archive() {}

  static byte[] of(Dossier dossier, Messages words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "donnees.html", html(dossier, words));
      add(zip, "donnees.json", Json.writeIndented(json(dossier)));
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static Map<String, Object> json(Dossier dossier) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("email", dossier.subject().email());
    json.put("name", dossier.name());
    json.put(
        "places",
        dossier.found().stream()
            .map(
                found -> {
                  Map<String, Object> place = new LinkedHashMap<>();
                  place.put("place", found.trace().key());
                  place.put("table", found.trace().table());
                  place.put("onErasure", found.trace().fate().name());
                  place.put("lines", found.lines().stream().map(Archive::json).toList());
                  return place;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> json(PersonalFiles.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (line.at() != null) {
      json.put("at", line.at().toString());
    }
    json.put("data", line.data());
    return json;
  }

  private static String html(Dossier dossier, Messages words) {
    StringBuilder html = new StringBuilder();
    String title =
        words.text(
            "privacy.person.title",
            dossier.name().isEmpty() ? dossier.subject().email() : dossier.name());
    html.append("<!doctype html>\n<html lang=\"%s\">".formatted(words.locale().getLanguage()))
        .append("<head><meta charset=\"utf-8\"><title>%s</title>".formatted(escaped(title)))
        .append("<style>body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;")
        .append("padding:0 1rem}li{margin:0 0 .5rem;overflow-wrap:anywhere}</style></head><body>")
        .append("<h1>%s</h1>".formatted(escaped(title)))
        .append("<p>%s</p>".formatted(escaped(words.text("privacy.archive.lead"))));
    for (Found found : dossier.found()) {
      html.append(
              "<h2>%s</h2>".formatted(escaped(words.text("register.trace." + found.trace().key()))))
          .append(
              "<p>%s</p><ul>"
                  .formatted(escaped(words.text("register.fate." + found.trace().fate()))));
      List<String> lines =
          found.lines().stream().map(line -> DossierView.said(line, words)).toList();
      lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>"));
      html.append("</ul>");
    }
    return html.append("</body></html>\n").toString();
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
