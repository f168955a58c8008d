package fr.jalon.portal.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The files a page of any site offers: those of its description for search engines (schema.org),
 * else the links that end like a file of data. Goes over the page once, whatever it holds.
 */
final class PageLinks {
  private static final int MOST_LINKS = 500;
  private static final int LONGEST_TAG = 4000;
  private static final int LONGEST_TITLE = 200;

  private PageLinks() {}

  /** The links of a page as they are written in it, each once, in order. */
  static List<FileLink> of(String page) {
    Map<String, FileLink> links = new LinkedHashMap<>();
    described(page).forEach(link -> links.putIfAbsent(link.address(), link));
    if (links.isEmpty()) {
      linked(page).forEach(link -> links.putIfAbsent(link.address(), link));
    }
    return List.copyOf(links.values());
  }

  private static List<FileLink> described(String page) {
    List<FileLink> files = new ArrayList<>();
    String lower = lower(page);
    int at = lower.indexOf("application/ld+json");
    while (at >= 0 && files.size() < MOST_LINKS) {
      int start = lower.indexOf('>', at);
      int end = start < 0 ? -1 : lower.indexOf("</script", start);
      if (end < 0) {
        break;
      }
      try {
        collect(FileFinder.JSON.readTree(page.substring(start + 1, end)), files);
      } catch (JacksonException notJson) {
        // Badly written: the links of the page are left to look at.
      }
      at = lower.indexOf("application/ld+json", end);
    }
    return files;
  }

  private static void collect(JsonNode node, List<FileLink> files) {
    if (files.size() < MOST_LINKS && node.path("contentUrl").isString()) {
      files.add(
          new FileLink(
              node.path("contentUrl").asString(""),
              node.path("name").asString(""),
              node.path("encodingFormat").asString(""),
              node.path("contentSize").asLong(-1)));
    }
    for (JsonNode child : node) {
      collect(child, files);
    }
  }

  private static List<FileLink> linked(String page) {
    List<FileLink> files = new ArrayList<>();
    String lower = lower(page);
    int at = next(lower, 0);
    while (at >= 0 && files.size() < MOST_LINKS) {
      int end = page.indexOf('>', at);
      if (end < 0) {
        break;
      }
      if (end - at <= LONGEST_TAG) {
        String address = attribute(page.substring(at, end), lower.substring(at, end), "href");
        String format = formatOf(address);
        if (!format.isEmpty()) {
          files.add(new FileLink(address, title(page, lower, end + 1), format, -1));
        }
      }
      at = next(lower, end);
    }
    return files;
  }

  /**
   * In lower case, each letter in its place: some letters have a longer lower case of their own.
   */
  private static String lower(String page) {
    StringBuilder lower = new StringBuilder(page);
    for (int at = 0; at < page.length(); at++) {
      char c = page.charAt(at);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(at, (char) (c + ('a' - 'A')));
      }
    }
    return lower.toString();
  }

  private static int next(String lower, int from) {
    int at = lower.indexOf("<a", from);
    while (at >= 0 && at + 2 < lower.length() && !Character.isWhitespace(lower.charAt(at + 2))) {
      at = lower.indexOf("<a", at + 2);
    }
    return at;
  }

  /** By how the path ends, or a parameter: {@code ?format=csv}, {@code ?file=a.csv}. */
  private static String formatOf(String address) {
    String plain = address.replaceFirst("#.*", "");
    String format = DataFormats.ofPath(plain);
    int query = plain.indexOf('?');
    if (!format.isEmpty() || query < 0) {
      return format;
    }
    for (String pair : plain.substring(query + 1).split("&")) {
      String value = pair.substring(pair.indexOf('=') + 1);
      format = DataFormats.of(value.contains("/") ? "" : Texts.decoded(value), value);
      if (!format.isEmpty()) {
        return format;
      }
    }
    return "";
  }

  private static String attribute(String tag, String lower, String name) {
    int at = lower.indexOf(name);
    while (at > 0 && !Character.isWhitespace(lower.charAt(at - 1))) {
      at = lower.indexOf(name, at + 1);
    }
    int equals = at < 0 ? -1 : tag.indexOf('=', at);
    if (equals < 0) {
      return "";
    }
    String rest = tag.substring(equals + 1).strip();
    char first = rest.isEmpty() ? ' ' : rest.charAt(0);
    if (first == '"' || first == '\'') {
      int end = rest.indexOf(first, 1);
      return end < 0 ? "" : HtmlUtils.htmlUnescape(rest.substring(1, end)).strip();
    }
    return HtmlUtils.htmlUnescape(rest.split("\\s", 2)[0]);
  }

  private static String title(String page, String lower, int from) {
    int most = Math.min(page.length(), from + LONGEST_TAG);
    int end = lower.substring(from, most).indexOf("</a");
    String inside = page.substring(from, end < 0 ? most : from + end);
    String text = inside.replaceAll("<[^<>]*>", " ");
    String plain = HtmlUtils.htmlUnescape(text).replaceAll("\\s+", " ").strip();
    return plain.length() <= LONGEST_TITLE ? plain : plain.substring(0, LONGEST_TITLE) + "…";
  }
}
