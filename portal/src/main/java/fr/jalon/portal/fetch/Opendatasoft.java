package fr.jalon.portal.fetch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datasets of Opendatasoft portals: their export, with the choices made on the page. A page showing
 * the map gives the map.
 */
final class Opendatasoft implements Resolver {
  private static final Pattern PAGE =
      Pattern.compile("(?:/[a-z]{2})?/explore/dataset/([\\w@.-]+)(?:/(\\w+))?/?.*");
  private static final String REFINE = "refine.";

  @Override
  public @Nullable Lead of(WebAddress page) throws FetchFailed {
    Matcher dataset = PAGE.matcher(page.pathOnly());
    if (!dataset.matches()) {
      return null;
    }
    boolean map = "map".equals(dataset.group(2));
    String export = "/api/explore/v2.1/catalog/datasets/" + dataset.group(1) + "/exports/";
    String format = map ? "geojson?" : "csv?delimiter=%3B&use_labels=true";
    return new Lead(page.at(export + format + choices(page)), null);
  }

  private static String choices(WebAddress page) {
    StringBuilder kept = new StringBuilder();
    String query = page.path().substring(page.pathOnly().length()).replaceFirst("^\\?", "");
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (pair.startsWith(REFINE) && equals > 0) {
        String facet = Texts.decoded(pair.substring(REFINE.length(), equals));
        String value = Texts.decoded(pair.substring(equals + 1).replace('+', ' '));
        kept.append("&refine=").append(encoded(facet + ":" + quoted(value)));
      }
    }
    String words = page.parameter("q");
    if (words != null && !words.isBlank()) {
      kept.append("&where=").append(encoded(quoted(words)));
    }
    return kept.toString();
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
