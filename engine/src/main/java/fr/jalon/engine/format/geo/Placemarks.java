package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import fr.jalon.engine.table.Note;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Reads the placemarks of a KML document one by one. */
final class Placemarks {
  private static final String FOLDER = "dossier";

  private final XmlScanner xml;
  private final Features features;
  private final Set<String> numbers = new HashSet<>();
  private final Deque<String> folders = new ArrayDeque<>();
  private int foldersNamed;
  private long number;
  private long links;

  Placemarks(XmlScanner xml, Features features) {
    this.xml = xml;
    this.features = features;
  }

  void read() throws IOException {
    for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
      if (event == Event.START) {
        start();
      } else if (event == Event.END && xml.at("Folder")) {
        folders.pollLast();
      }
    }
    if (links > 0) {
      features.note(new Note("kml-links", Map.of("count", Long.toString(links))));
    }
  }

  private void start() throws IOException {
    if (xml.at("Placemark")) {
      placemark();
    } else if (xml.at("Folder")) {
      folders.addLast("");
    } else if (xml.at("name") && !folders.isEmpty() && folders.getLast().isEmpty()) {
      folders.pollLast();
      String name = xml.elementText().strip();
      folders.addLast(name);
      foldersNamed++;
    } else if (xml.at("SimpleField")) {
      String name = xml.attribute("name");
      String type = xml.attribute("type");
      if (name != null && type != null && type.matches("float|double|int|uint|short|ushort")) {
        numbers.add(name);
      }
    } else if (xml.at("NetworkLink")) {
      links++;
      xml.skipElement();
    } else if (xml.at("Style") || xml.at("StyleMap") || xml.at("GroundOverlay")) {
      xml.skipElement();
    }
  }

  private void placemark() throws IOException {
    // one folder only is the document itself; several tell records apart
    if (!folders.isEmpty() && foldersNamed > 1) {
      features.property(FOLDER, folders.getLast());
    }
    List<Shape> shapes = new ArrayList<>();
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event != Event.START) {
        continue;
      }
      switch (xml.localName()) {
        case "name", "description", "address", "phoneNumber", "when", "begin", "end" -> {
          String name = xml.localName();
          String text = xml.elementText().strip();
          Map<String, String> pairs = name.equals("description") ? HtmlPairs.of(text) : Map.of();
          for (Map.Entry<String, String> pair : pairs.entrySet()) {
            features.property(pair.getKey(), pair.getValue());
          }
          if (!text.isEmpty() && pairs.isEmpty()) {
            features.property(name, text);
          }
        }
        case "Data" -> data();
        case "SimpleData" -> {
          String name = xml.attribute("name");
          value(name == null ? "" : name, xml.elementText().strip());
        }
        case "Point", "LineString", "LinearRing", "Polygon" -> shapes.add(shape());
        case "Track" -> shapes.add(track());
        case "ExtendedData",
            "SchemaData",
            "MultiGeometry",
            "MultiTrack",
            "TimeSpan",
            "TimeStamp" -> {}
        default -> xml.skipElement();
      }
    }
    give(shapes);
    features.endRecord(++number);
  }

  private void value(String name, String text) throws IOException {
    if (!name.isEmpty()) {
      features.property(name, numbers.contains(name) ? PlainNumber.plain(text) : text);
    }
  }

  private void data() throws IOException {
    String name = xml.attribute("name");
    StringBuilder text = new StringBuilder();
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event == Event.START && xml.at("value")) {
        text.append(xml.elementText());
      }
    }
    value(name == null ? "" : name, text.toString().strip());
  }

  /** Rings or the one list of positions of a simple geometry, each as GeoJSON text. */
  private record Shape(String type, List<String> lists) {}

  private Shape shape() throws IOException {
    String type = xml.at("LinearRing") ? "LineString" : xml.localName();
    List<String> lists = new ArrayList<>();
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event == Event.START && xml.at("coordinates")) {
        lists.add(xml.elementText());
      }
    }
    return new Shape(type, lists);
  }

  /** What a receiver of positions followed (gx:Track): a line, or the one place it stayed at. */
  private Shape track() throws IOException {
    StringJoiner positions = new StringJoiner(" ");
    int count = 0;
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event == Event.START && xml.at("coord")) {
        String figures = xml.elementText().strip();
        // a moment without a position has an empty one
        if (!figures.isEmpty()) {
          positions.add(figures.replaceAll("\\s+", ","));
          count++;
        }
      }
    }
    return new Shape(
        count == 1 ? "Point" : "LineString",
        count == 0 ? List.of() : List.of(positions.toString()));
  }

  private void give(List<Shape> shapes) {
    if (shapes.isEmpty()) {
      features.noGeometry();
      return;
    }
    if (shapes.size() == 1 && shapes.get(0).type().equals("Point")) {
      point(shapes.get(0));
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean valid = true;
    if (shapes.size() == 1) {
      valid = write(shapes.get(0), text);
    } else {
      text.append("{\"type\":\"GeometryCollection\",\"geometries\":[");
      for (int i = 0; i < shapes.size(); i++) {
        text.append(i > 0 ? "," : "");
        valid &= write(shapes.get(i), text);
      }
      text.append("]}");
    }
    if (valid) {
      features.geometry(text.toString());
    } else {
      features.invalidGeometry();
    }
  }

  private void point(Shape shape) {
    String[] figures =
        shape.lists().isEmpty() ? new String[0] : shape.lists().get(0).strip().split("[,\\s]+");
    if (figures.length < 2 || !extend(figures)) {
      features.invalidGeometry();
      return;
    }
    features.point(figures[0], figures[1], figures.length > 2 ? figures[2] : null);
  }

  private boolean write(Shape shape, StringBuilder text) {
    text.append("{\"type\":\"").append(shape.type()).append("\",\"coordinates\":");
    boolean valid = !shape.lists().isEmpty();
    if (shape.type().equals("Polygon")) {
      text.append('[');
      for (int i = 0; i < shape.lists().size(); i++) {
        text.append(i > 0 ? "," : "");
        valid &= positions(shape.lists().get(i), true, text);
      }
      text.append(']');
    } else if (valid) {
      valid = positions(shape.lists().get(0), !shape.type().equals("Point"), text);
    }
    text.append('}');
    return valid;
  }

  private boolean positions(String list, boolean several, StringBuilder text) {
    boolean first = true;
    text.append(several ? "[" : "");
    for (String position : joined(list).split(" ")) {
      String[] figures = position.split(",");
      if (figures.length < 2 || !extend(figures)) {
        return false;
      }
      text.append(first ? "[" : ",[").append(figures[0]).append(',').append(figures[1]).append(']');
      first = false;
    }
    text.append(several ? "]" : "");
    return !first;
  }

  /** Positions one space apart, without spaces around their commas. */
  private static String joined(String list) {
    StringBuilder joined = new StringBuilder(list.length());
    boolean apart = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (Character.isWhitespace(c)) {
        apart = joined.length() > 0 && joined.charAt(joined.length() - 1) != ',';
      } else {
        if (apart && c != ',') {
          joined.append(' ');
        }
        joined.append(c);
        apart = false;
      }
    }
    return joined.toString();
  }

  private boolean extend(String[] figures) {
    try {
      double x = Double.parseDouble(figures[0]);
      double y = Double.parseDouble(figures[1]);
      features.extend(x, y);
      return Double.isFinite(x) && Double.isFinite(y) && figures[0].matches("[-+.0-9eE]+");
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
