package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a GPX document once, giving each layer's records to whoever wants them. */
final class Gpx {
  /** What a document holds; tracks before routes and points, so that they win when as many. */
  enum Layer {
    TRACK_POINTS("points des traces", null),
    ROUTE_POINTS("points des itinéraires", null),
    TRACKS("traces", TRACK_POINTS),
    ROUTES("itinéraires", ROUTE_POINTS),
    WAYPOINTS("points", null);

    private final String title;
    private final @Nullable Layer detail;

    Layer(String title, @Nullable Layer detail) {
      this.title = title;
      this.detail = detail;
    }

    String title() {
      return title;
    }

    /** The layer of the points this one's lines go through. */
    @Nullable Layer detail() {
      return detail;
    }

    boolean isWhole() {
      return this != TRACK_POINTS && this != ROUTE_POINTS;
    }
  }

  private final XmlScanner xml;
  private final Map<Layer, Features> wanted;
  private final Map<Layer, Long> counts = new EnumMap<>(Layer.class);

  Gpx(XmlScanner xml, Map<Layer, Features> wanted) {
    this.xml = xml;
    this.wanted = wanted;
  }

  /** Records of every layer of the document. */
  Map<Layer, Long> counts() {
    return counts;
  }

  void read() throws IOException {
    for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
      if (event != Event.START) {
        continue;
      }
      if (xml.at("wpt")) {
        point(Layer.WAYPOINTS, null, 0, null);
      } else if (xml.at("rte")) {
        line(Layer.ROUTES, "rtept");
      } else if (xml.at("trk")) {
        line(Layer.TRACKS, "trkpt");
      }
    }
  }

  /** The layer's collector for one more record, null when nobody wants it. */
  private @Nullable Features next(Layer layer) {
    counts.merge(layer, 1L, Long::sum);
    Features features = wanted.get(layer);
    return features == null || !features.wantsMore() ? null : features;
  }

  private void point(Layer layer, @Nullable String line, int segment, @Nullable Line drawn)
      throws IOException {
    Features features = next(layer);
    String x = degrees(xml.attribute("lon"));
    String y = degrees(xml.attribute("lat"));
    Map<String, String> values = new LinkedHashMap<>();
    members(values, "", null);
    String height = values.remove("ele");
    String z = height == null ? null : degrees(height);
    if (drawn != null) {
      drawn.position(x, y, z);
    }
    if (features == null) {
      return;
    }
    if (line != null) {
      features.property("ligne", line);
      if (layer == Layer.TRACK_POINTS) {
        features.property("segment", Integer.toString(segment));
      }
    }
    give(values, features);
    if (x == null || y == null) {
      features.invalidGeometry();
    } else {
      features.extend(Double.parseDouble(x), Double.parseDouble(y));
      features.point(x, y, z);
    }
    features.endRecord(counts.getOrDefault(layer, 0L));
  }

  /** A route, or a track and its segments. Its name comes before its points by the standard. */
  private void line(Layer layer, String pointName) throws IOException {
    Features features = next(layer);
    Layer points = layer == Layer.TRACKS ? Layer.TRACK_POINTS : Layer.ROUTE_POINTS;
    Line drawn = features == null ? null : new Line(features);
    Map<String, String> values = new LinkedHashMap<>();
    String rank = Long.toString(counts.getOrDefault(layer, 0L));
    int segment = layer == Layer.TRACKS ? 0 : 1;
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event != Event.START) {
        continue;
      }
      if (xml.at(pointName)) {
        point(points, values.getOrDefault("name", rank), segment, drawn);
      } else if (xml.at("trkseg")) {
        segment++;
        if (drawn != null) {
          drawn.part();
        }
      } else {
        member(values, "", null);
      }
    }
    if (features != null && drawn != null) {
      give(values, features);
      drawn.give();
      features.endRecord(counts.getOrDefault(layer, 0L));
    }
  }

  private static void give(Map<String, String> values, Features features) throws IOException {
    for (Map.Entry<String, String> value : values.entrySet()) {
      features.property(value.getKey(), value.getValue());
    }
  }

  /** The leaves inside the element just started, by their names; extensions are gone through. */
  private void members(Map<String, String> values, String prefix, @Nullable StringBuilder own)
      throws IOException {
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event == Event.START) {
        member(values, prefix, own);
      } else if (event == Event.TEXT && own != null) {
        own.append(
            new String(
                xml.textBytes(),
                xml.textStart(),
                xml.textEnd() - xml.textStart(),
                StandardCharsets.UTF_8));
        if (own.length() > Limits.VALUE_BYTES) {
          throw new RefusedException("xml-too-long");
        }
      }
    }
  }

  private void member(Map<String, String> values, String prefix, @Nullable StringBuilder around)
      throws IOException {
    if (around != null) {
      // the element around holds elements: what is between them is no value
      around.setLength(0);
    }
    String name = xml.localName();
    if (name.equals("link")) {
      String address = xml.attribute("href");
      xml.skipElement();
      if (address != null && !address.isBlank()) {
        values.merge("link", address.strip(), (first, more) -> first + " " + more);
      }
      return;
    }
    StringBuilder text = new StringBuilder();
    int before = values.size();
    members(values, name.equals("extensions") ? prefix : name, text);
    String value = text.toString().strip();
    if (!value.isEmpty() && values.size() == before) {
      String full = values.containsKey(name) && !prefix.isEmpty() ? prefix + "." + name : name;
      values.putIfAbsent(full, value);
    }
    if (values.size() > Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
  }

  private static @Nullable String degrees(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String figure = written.strip();
    try {
      return Double.isFinite(Double.parseDouble(figure)) && figure.matches("[-+.0-9eE]+")
          ? figure.startsWith("+") ? figure.substring(1) : figure
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The line of a route or a track, part by part; heights are kept when every point has one. */
  private static final class Line {
    private final Features features;
    private final StringBuilder flat = new StringBuilder();
    private final StringBuilder tall = new StringBuilder();
    private boolean allHeights = true;
    private boolean valid = true;
    private int parts;
    private boolean openPart;
    private int points;

    Line(Features features) {
      this.features = features;
    }

    /** Begins another part; the points before it are joined to no point after it. */
    void part() {
      endPart();
    }

    void position(@Nullable String x, @Nullable String y, @Nullable String z) throws IOException {
      if (x == null || y == null) {
        valid = false;
        return;
      }
      features.extend(Double.parseDouble(x), Double.parseDouble(y));
      String before = openPart ? ",[" : parts > 0 ? ",[[" : "[[";
      openPart = true;
      points++;
      flat.append(before).append(x).append(',').append(y).append(']');
      allHeights &= z != null;
      if (allHeights) {
        tall.append(before).append(x).append(',').append(y).append(',').append(z).append(']');
      }
      if (flat.length() > Limits.VALUE_BYTES) {
        throw new RefusedException("xml-too-long");
      }
    }

    private void endPart() {
      if (openPart) {
        flat.append(']');
        tall.append(']');
        parts++;
        openPart = false;
      }
    }

    void give() {
      endPart();
      if (points == 0 && valid) {
        features.noGeometry();
        return;
      }
      if (!valid || points < 2) {
        features.invalidGeometry();
        return;
      }
      StringBuilder lines = allHeights ? tall : flat;
      features.geometry(
          parts == 1
              ? "{\"type\":\"LineString\",\"coordinates\":" + lines + "}"
              : "{\"type\":\"MultiLineString\",\"coordinates\":[" + lines + "]}");
    }
  }
}
