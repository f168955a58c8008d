package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the shapes of a TopoJSON document, once its lines are known. */
final class TopoLayers {
  private static final int MAX_DEPTH = 8;

  private final JsonParser parser;
  private final Topology topology;
  private final Map<String, Features> wanted;

  TopoLayers(JsonParser parser, Topology topology, Map<String, Features> wanted) {
    this.parser = parser;
    this.topology = topology;
    this.wanted = wanted;
  }

  void read() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean objects = parser.currentName().equals("objects");
      if (parser.nextToken() != JsonToken.START_OBJECT || !objects) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        Features features = wanted.get(parser.currentName());
        if (parser.nextToken() == JsonToken.START_OBJECT && features != null) {
          new Layer(features).read();
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** One object: a collection whose members are its records, or one shape by itself. */
  private final class Layer {
    private final Features features;
    private final JsonValues values;
    private final StringBuilder text = new StringBuilder();
    private long number;

    private @Nullable String type;
    private boolean drawn;
    private boolean valid;
    private int depthOfNumbers;
    private double x;
    private double y;

    Layer(Features features) {
      this.features = features;
      this.values = new JsonValues(features);
    }

    void read() throws IOException {
      boolean collection = shape(0);
      if (!collection) {
        give();
      }
    }

    /**
     * Reads the members of a shape up to its end.
     *
     * @return true when it was the layer's own collection, whose members are given already
     */
    private boolean shape(int depth) throws IOException {
      type = null;
      drawn = false;
      valid = true;
      depthOfNumbers = 0;
      text.setLength(0);
      boolean collection = false;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (name) {
          case "type" -> {
            type = value == JsonToken.VALUE_STRING ? parser.getString() : null;
            if (value.isStructStart()) {
              parser.skipChildren();
            }
          }
          case "arcs", "coordinates" -> {
            if (value == JsonToken.START_ARRAY) {
              drawn = true;
              text.append("\"coordinates\":");
              lists(name.equals("arcs"), 1);
            } else {
              parser.skipChildren();
            }
          }
          case "geometries" -> {
            if (value == JsonToken.START_ARRAY && depth == 0) {
              collection = true;
              records();
            } else if (value == JsonToken.START_ARRAY) {
              parts(depth);
            } else {
              parser.skipChildren();
            }
          }
          case "properties" -> {
            if (value == JsonToken.START_OBJECT && depth <= 1) {
              values.properties(parser);
            } else {
              parser.skipChildren();
            }
          }
          case "id" -> {
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && depth <= 1) {
              features.identifier(parser.getString(), number);
            } else {
              parser.skipChildren();
            }
          }
          default -> parser.skipChildren();
        }
      }
      return collection;
    }

    private void records() throws IOException {
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT && features.wantsMore()) {
          shape(1);
          give();
        } else {
          parser.skipChildren();
        }
      }
    }

    /** The members of a collection that is itself one record's shape. */
    private void parts(int depth) throws IOException {
      if (depth > MAX_DEPTH) {
        throw new RefusedException("json-too-deep");
      }
      StringBuilder all = new StringBuilder("\"geometries\":[");
      boolean allValid = true;
      String outer = type;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        shape(depth + 1);
        allValid &= valid && drawn;
        char last = all.charAt(all.length() - 1);
        all.append(last == '[' ? "" : ",").append(whole());
        bound(all);
      }
      text.setLength(0);
      text.append(all).append(']');
      type = outer == null ? "GeometryCollection" : outer;
      valid = allValid;
      drawn = true;
      depthOfNumbers = 0;
    }

    private void give() throws IOException {
      if (!drawn || type == null) {
        features.noGeometry();
      } else if (!valid || !matches()) {
        features.invalidGeometry();
      } else if (type.equals("Point")) {
        features.point(PlainNumber.text(x), PlainNumber.text(y), null);
      } else {
        features.geometry(whole());
      }
      features.endRecord(++number);
    }

    private boolean matches() {
      return switch (type == null ? "" : type) {
        case "Point", "LineString" -> depthOfNumbers == 1;
        case "MultiPoint" -> depthOfNumbers == 2;
        case "Polygon", "MultiLineString" -> depthOfNumbers == 2;
        case "MultiPolygon" -> depthOfNumbers == 3;
        case "GeometryCollection" -> depthOfNumbers == 0;
        default -> false;
      };
    }

    private String whole() {
      StringBuilder all = new StringBuilder(text.length() + 32).append("{\"type\":");
      JsonValues.quote(type == null ? "" : type, all);
      return all.append(',').append(text).append('}').toString();
    }

    private void bound(StringBuilder built) throws RefusedException {
      if (built.length() > Limits.VALUE_BYTES) {
        throw new RefusedException("json-too-long");
      }
    }

    /** Lists in lists, down to numbers of lines or to the figures of positions. */
    private void lists(boolean lines, int depth) throws IOException {
      text.append('[');
      int count = 0;
      boolean numbers = false;
      double first = 0;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          valid &= !numbers;
          text.append(count > 0 ? "," : "");
          lists(lines, depth + 1);
        } else if (lines && token == JsonToken.VALUE_NUMBER_INT) {
          numbers = true;
          line(depth, count > 0);
        } else if (!lines && token.isNumeric()) {
          numbers = true;
          double value = parser.getDoubleValue();
          if (count == 1) {
            place(topology.toX(first), topology.toY(value), depth);
          }
          first = value;
        } else {
          parser.skipChildren();
          valid = false;
        }
        count++;
      }
      valid &= lines || !numbers || count >= 2;
      text.append(']');
    }

    private void line(int depth, boolean more) throws IOException {
      depthOfNumbers = Math.max(depthOfNumbers, depth);
      long number = parser.getLongValue();
      boolean known =
          number >= Integer.MIN_VALUE
              && number <= Integer.MAX_VALUE
              && topology.give((int) number, more, this::position);
      valid &= known;
    }

    private void position(double atX, double atY) throws IOException {
      if (!Double.isFinite(atX) || !Double.isFinite(atY)) {
        valid = false;
        return;
      }
      features.extend(atX, atY);
      text.append(text.charAt(text.length() - 1) == '[' ? "[" : ",[");
      text.append(PlainNumber.text(atX)).append(',').append(PlainNumber.text(atY)).append(']');
      bound(text);
    }

    private void place(double atX, double atY, int depth) {
      depthOfNumbers = Math.max(depthOfNumbers, depth);
      x = atX;
      y = atY;
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        valid = false;
        return;
      }
      features.extend(x, y);
      text.append(PlainNumber.text(x)).append(',').append(PlainNumber.text(y));
    }
  }
}
