package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** TopoJSON: shapes that share their borders. Each of its objects is a layer. */
public final class TopoJsonFormat implements Format {
  @Override
  public String code() {
    return "topojson";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("topojson"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    try (JsonParser parser = JsonInput.head(source.path())) {
      return parser != null && looksTopological(parser);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Looks for the type of the standard, or for lists of lines where it has its own. */
  private static boolean looksTopological(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        return parser.getString().equals("Topology");
      }
      if (name.equals("arcs")) {
        return value == JsonToken.START_ARRAY
            && parser.nextToken() == JsonToken.START_ARRAY
            && parser.nextToken() == JsonToken.START_ARRAY;
      }
      parser.skipChildren();
    }
    return false;
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    JsonInput input = JsonInput.of(source.path());
    Features features = new Features(source.work());
    Map<String, Features> sketches = new LinkedHashMap<>();
    boolean done = false;
    try {
      Topology topology = new Topology();
      try (JsonParser parser = input.parser()) {
        topology.read(parser);
      }
      String chosen = choose(topology.layers(), options.sheet());
      for (String layer : topology.layers().keySet()) {
        sketches.put(layer, Features.sketch(source.work()));
      }
      Map<String, Features> wanted = new LinkedHashMap<>(sketches);
      wanted.put(chosen, features);
      wanted.values().forEach(Features::expectGeometry);
      try (JsonParser parser = input.parser()) {
        new TopoLayers(parser, topology, wanted).read();
      }
      List<SheetSummary> layers = new ArrayList<>();
      for (Map.Entry<String, Long> layer : topology.layers().entrySet()) {
        Features sketch = sketches.remove(layer.getKey());
        layers.add(
            sketch == null || layer.getKey().equals(chosen)
                ? Features.current(layer.getKey())
                : sketch.summary(layer.getKey(), layer.getValue()));
        if (sketch != null) {
          sketch.close();
        }
      }
      input.notes(features);
      Table table = features.table(code(), input.encoding(), input.bom() > 0, chosen, layers);
      done = true;
      return table;
    } catch (JacksonException e) {
      throw JsonInput.refused(e).unreadable();
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      for (Features sketch : sketches.values()) {
        sketch.close();
      }
      if (!done) {
        features.close();
      }
    }
  }

  /** The object asked for, else the one of most shapes. */
  private static String choose(Map<String, Long> layers, @Nullable String asked)
      throws RefusedException {
    if (asked != null && layers.containsKey(asked)) {
      return asked;
    }
    return layers.entrySet().stream()
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new RefusedException("topojson-without-objects"));
  }
}
