package fr.jalon.engine.format.geo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names and values that mapping programs put in the description of a placemark as an HTML table of
 * two columns, for want of a better place.
 */
final class HtmlPairs {
  private static final int MOST_PAIRS = 200;
  private static final int LEAST_PAIRS = 2;

  private final String html;
  private final String lower;

  private HtmlPairs(String html) {
    this.html = html;
    this.lower = html.toLowerCase(Locale.ROOT);
  }

  /** The pairs of a description, none when it is anything else than one table of pairs. */
  static Map<String, String> of(String description) {
    HtmlPairs pairs = new HtmlPairs(description);
    // lower case may be longer than what it comes from, in a few alphabets
    boolean table = pairs.lower.length() == description.length() && pairs.lower.contains("<table");
    return table ? pairs.read() : Map.of();
  }

  private Map<String, String> read() {
    Map<String, String> pairs = new LinkedHashMap<>();
    int row = lower.indexOf("<tr");
    while (row >= 0) {
      int next = lower.indexOf("<tr", row + 3);
      int end = next < 0 ? lower.length() : next;
      String[] cells = cells(row, end);
      if (cells.length == 2 && !cells[0].isEmpty() && pairs.size() < MOST_PAIRS) {
        pairs.putIfAbsent(cells[0], cells[1]);
      } else if (cells.length > 2) {
        return Map.of();
      }
      row = next;
    }
    return pairs.size() < LEAST_PAIRS ? Map.of() : pairs;
  }

  /** The texts of the cells of a row, of which tables inside are no business. */
  private String[] cells(int from, int to) {
    String[] cells = new String[3];
    int count = 0;
    int at = cell(from, to);
    while (at >= 0 && count < 3) {
      int open = lower.indexOf('>', at);
      int next = open < 0 || open >= to ? -1 : cell(open, to);
      if (open < 0 || open >= to) {
        break;
      }
      cells[count++] = text(open + 1, next < 0 ? to : next);
      at = next;
    }
    return Arrays.copyOf(cells, count);
  }

  /** Where the next cell begins before a place, -1 when none does. */
  private int cell(int from, int to) {
    for (int i = from; i < to - 2; i++) {
      boolean cell = lower.charAt(i) == '<' && lower.charAt(i + 1) == 't';
      if (cell && (lower.charAt(i + 2) == 'd' || lower.charAt(i + 2) == 'h')) {
        return i;
      }
    }
    return -1;
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    boolean tag = false;
    for (int i = from; i < to; i++) {
      char c = html.charAt(i);
      if (c == '<') {
        tag = true;
      } else if (c == '>' && tag) {
        tag = false;
      } else if (!tag) {
        text.append(c);
      }
    }
    return text.toString()
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }
}
