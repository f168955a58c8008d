package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * GeoJSON (RFC 7946) and its old form with a "crs" member: a collection, one feature, features one
 * a line, or a bare geometry.
 */
public final class GeoJsonFormat implements Format {
  private static final Set<String> TYPES =
      Set.of(
          "FeatureCollection",
          "Feature",
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  private static final int MOST_FOREIGN = 100;

  @Override
  public String code() {
    return "geojson";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("geojson", "application/geo+json", "application/vnd.geo+json"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    try (JsonParser parser = JsonInput.head(source.path())) {
      return parser != null && looksGeographic(parser);
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Looks at the members of the first object for a type of the standard, or features. */
  private static boolean looksGeographic(JsonParser parser) {
    int around = parser.nextToken() == JsonToken.START_ARRAY ? 2 : 1;
    int depth = 1;
    boolean place = false;
    boolean type = false;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_ARRAY, START_OBJECT -> depth++;
        case END_ARRAY, END_OBJECT -> depth--;
        case PROPERTY_NAME -> {
          if (depth == around) {
            String name = parser.currentName();
            if (name.equals("type") && parser.nextToken() == JsonToken.VALUE_STRING) {
              type |= TYPES.contains(parser.getString());
            } else if (name.equals("features") || name.equals("geometry")) {
              place |= parser.nextToken() != JsonToken.VALUE_STRING;
              depth += parser.currentToken().isStructStart() ? 1 : 0;
            } else if (name.equals("coordinates") || name.equals("geometries")) {
              place |= parser.nextToken() == JsonToken.START_ARRAY;
              depth += parser.currentToken().isStructStart() ? 1 : 0;
            }
          }
        }
        default -> {}
      }
      if (type && place) {
        return true;
      }
      if (depth < around) {
        return false;
      }
    }
    return false;
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    JsonInput input = JsonInput.of(source.path());
    Features features = new Features(source.work());
    features.expectGeometry();
    boolean done = false;
    try (JsonParser parser = input.parser()) {
      Collection collection = new Collection(parser, features);
      collection.read();
      input.notes(features);
      Set<String> kept = collection.foreignColumns.keySet();
      if (!kept.isEmpty()) {
        features.note(new Note("foreign-members", Map.of("columns", String.join(", ", kept))));
      }
      Table table = features.table(code(), input.encoding(), input.bom() > 0, null, List.of());
      done = true;
      return table;
    } catch (JacksonException e) {
      throw JsonInput.refused(e).unreadable();
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        features.close();
      }
    }
  }

  /** Reads features one by one as their tokens come. */
  private static final class Collection {
    private final JsonParser parser;
    private final Features features;
    private final GeoJsonGeometry geometry;
    private final JsonValues values;
    private final Map<String, String> foreign = new LinkedHashMap<>();
    private final Map<String, String> foreignColumns = new LinkedHashMap<>();
    private long number;
    private boolean hasId;
    private @Nullable String id;
    private boolean declared;

    Collection(JsonParser parser, Features features) {
      this.parser = parser;
      this.features = features;
      this.geometry = new GeoJsonGeometry(parser, features);
      this.values = new JsonValues(features);
    }

    void read() throws IOException {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          array();
        } else if (token == JsonToken.START_OBJECT) {
          object();
        }
      }
    }

    private void array() throws IOException {
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          object();
        } else {
          parser.skipChildren();
          features.invalidGeometry();
          features.endRecord(++number);
        }
      }
    }

    /** A collection, a feature or a geometry, which only its members tell. */
    private void object() throws IOException {
      boolean collection = false;
      boolean placed = false;
      hasId = false;
      id = null;
      foreign.clear();
      geometry.start();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_OBJECT && token != null;
          token = parser.nextToken()) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
          case "features" -> {
            collection = true;
            if (value == JsonToken.START_ARRAY) {
              array();
            } else {
              parser.skipChildren();
            }
          }
          case "geometry" -> {
            placed = true;
            geometry.read(value);
          }
          case "properties" -> {
            if (value == JsonToken.START_OBJECT) {
              values.properties(parser);
            } else {
              parser.skipChildren();
            }
          }
          case "crs" -> crs(value);
          case "id" -> id(value);
          case "type" -> geometry.type(value);
          case "coordinates" -> geometry.coordinates(value);
          case "geometries" -> geometry.geometries(value);
          case "bbox", "geometry_name" -> parser.skipChildren();
          default -> foreign(name, value);
        }
      }
      if (!collection) {
        end(placed);
      }
    }

    /** Members the standard does not know: values of a record, or words about a collection. */
    private void foreign(String name, JsonToken value) {
      String text = JsonValues.scalar(value, parser);
      if (text != null && foreign.size() < MOST_FOREIGN) {
        foreign.put(name, text);
      }
    }

    private void giveForeign() throws IOException {
      for (Map.Entry<String, String> member : foreign.entrySet()) {
        String column = foreignColumns.get(member.getKey());
        if (column == null) {
          boolean taken = features.has(member.getKey());
          column = taken ? "feature." + member.getKey() : member.getKey();
          foreignColumns.put(member.getKey(), column);
        }
        features.property(column, member.getValue());
      }
    }

    private void end(boolean placed) throws IOException {
      if (!placed) {
        geometry.finishBare();
      }
      if (hasId && id != null) {
        features.identifier(id, number);
      }
      giveForeign();
      features.endRecord(++number);
    }

    private void id(JsonToken value) {
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        hasId = true;
        id = parser.getString();
      } else {
        parser.skipChildren();
      }
    }

    /** {@code {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}}}. */
    private void crs(JsonToken value) {
      if (value != JsonToken.START_OBJECT) {
        return;
      }
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return;
        }
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
          // looking a system up costs: the first one holds for the whole file
          Crs named = declared ? null : Crs.ofName(parser.getString());
          declared = true;
          if (named != null) {
            features.declare(named);
          }
        }
      }
    }
  }
}
