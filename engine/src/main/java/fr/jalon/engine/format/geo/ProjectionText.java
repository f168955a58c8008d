package fr.jalon.engine.format.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code .prj} file (well-known text, OGC 01-009), read far enough to tell which of
 * the systems used in France it describes. Programs of one maker leave out the EPSG number, so
 * parameters decide.
 */
final class ProjectionText {
  private static final int MAX_DEPTH = 30;

  private record Node(String name, List<String> values, List<Node> children) {
    @Nullable Node child(String wanted) {
      for (Node child : children) {
        if (child.name.equals(wanted)) {
          return child;
        }
      }
      return null;
    }

    String value(int index) {
      return index < values.size() ? values.get(index) : "";
    }
  }

  private final String text;
  private int at;

  private ProjectionText(String text) {
    this.text = text;
  }

  /** The EPSG number of the system described, 0 when it is not one we know. */
  static int epsg(String text) {
    Node root = new ProjectionText(text).node(0);
    if (root == null) {
      return 0;
    }
    Node authority = root.child("AUTHORITY");
    if (authority == null) {
      authority = root.child("ID");
    }
    if (authority != null && authority.value(0).equalsIgnoreCase("EPSG")) {
      return (int) number(authority.value(1));
    }
    boolean geographic = root.name.equals("GEOGCS") || root.name.startsWith("GEOG");
    return geographic ? geographic(root) : projected(root);
  }

  private static int geographic(Node root) {
    String name = plain(root.value(0));
    if (name.contains("RGF")) {
      return name.contains("RGFG") ? 4624 : 4171;
    }
    if (name.contains("ETRS")) {
      return 4258;
    }
    if (name.contains("RGAF")) {
      return 5489;
    }
    if (name.contains("RGR92") || name.contains("RGR1992") || name.contains("REUNION1992")) {
      return 4627;
    }
    if (name.contains("RGM04")) {
      return 4470;
    }
    if (name.contains("NTF")) {
      return name.contains("PARIS") ? 4807 : 4275;
    }
    return name.contains("WGS") ? 4326 : 0;
  }

  private static int projected(Node root) {
    Node projection = root.child("PROJECTION");
    Node base = root.child("GEOGCS");
    String method = projection == null ? "" : plain(projection.value(0));
    String datum = base == null ? "" : plain(base.value(0));
    Map<String, Double> parameters = new HashMap<>();
    for (Node child : root.children) {
      if (child.name.equals("PARAMETER")) {
        parameters.put(plain(child.value(0)), number(child.value(1)));
      }
    }
    double x0 = parameters.getOrDefault("FALSEEASTING", 0.0);
    double y0 = parameters.getOrDefault("FALSENORTHING", 0.0);
    double meridian = parameters.getOrDefault("CENTRALMERIDIAN", 0.0);
    if (method.contains("LAMBERTCONFORMAL") || method.contains("LAMBERTCONIC")) {
      return lambert(x0, y0);
    }
    if (method.contains("TRANSVERSEMERCATOR") && near(x0, 500_000)) {
      return utm((int) Math.round((meridian + 183) / 6), y0 > 1, datum);
    }
    return method.contains("MERCATOR") && near(x0, 0) ? 3857 : 0;
  }

  private static int lambert(double x0, double y0) {
    if (near(x0, 700_000) && near(y0, 6_600_000)) {
      return 2154;
    }
    if (near(x0, 600_000) && near(y0, 2_200_000)) {
      return 27572;
    }
    if (near(x0, 1_700_000)) {
      int zone = (int) Math.round((y0 - 200_000) / 1_000_000) + 41;
      return zone >= 42 && zone <= 50 ? 3900 + zone : 0;
    }
    return 0;
  }

  private static int utm(int zone, boolean south, String datum) {
    if (datum.contains("RGR") || datum.contains("REUNION")) {
      return 2975;
    }
    if (datum.contains("RGM")) {
      return 4471;
    }
    if (datum.contains("RGFG")) {
      return zone == 21 ? 3313 : 2972;
    }
    if (datum.contains("RGAF")) {
      return 5490;
    }
    if (zone < 1 || zone > 60) {
      return 0;
    }
    if (datum.contains("ETRS")) {
      return 25800 + zone;
    }
    return datum.contains("WGS") ? (south ? 32700 : 32600) + zone : 0;
  }

  private static boolean near(double value, double wanted) {
    return Math.abs(value - wanted) < 1;
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Reads {@code NAME[value, "value", NAME[…]]}; null when the text is not that. */
  private @Nullable Node node(int depth) {
    String name = word();
    if (name.isEmpty() || depth > MAX_DEPTH || at >= text.length() || !isOpening(text.charAt(at))) {
      return null;
    }
    at++;
    Node node = new Node(name.toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>());
    while (at < text.length()) {
      skipSpace();
      char c = at < text.length() ? text.charAt(at) : ']';
      if (c == ']' || c == ')') {
        at++;
        return node;
      }
      if (c == ',') {
        at++;
      } else if (c == '"') {
        int end = text.indexOf('"', at + 1);
        end = end < 0 ? text.length() : end;
        node.values.add(text.substring(at + 1, end));
        at = end + 1;
      } else {
        int start = at;
        String word = word();
        if (at < text.length() && isOpening(text.charAt(at))) {
          at = start;
          Node child = node(depth + 1);
          if (child == null) {
            return node;
          }
          node.children.add(child);
        } else if (word.isEmpty()) {
          return node;
        } else {
          node.values.add(word);
        }
      }
    }
    return node;
  }

  private String word() {
    skipSpace();
    int start = at;
    while (at < text.length() && "[](),\" \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    skipSpace();
    return word;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isOpening(char c) {
    return c == '[' || c == '(';
  }
}
