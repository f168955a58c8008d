package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns the values of a JSON object into properties: figures in plain digits, objects flattened one
 * level ({@code acheteur.id}), what is deeper kept as JSON text. Objects that only wrap a record's
 * values lend them no name.
 */
final class JsonValues {
  /** Members of records that hold their values: JSON:API, the portals, GeoJSON out of place. */
  private static final Set<String> WRAPPERS = Set.of("attributes", "fields", "properties");

  /** Digits up to which a number is the same as the double it is stored in. */
  private static final int DOUBLE_DIGITS = 17;

  /** Zeros a number is worth being written with. */
  private static final int MOST_ZEROS = 40;

  private final Features features;
  private final Map<String, String> unwrapped = new HashMap<>();

  JsonValues(Features features) {
    this.features = features;
  }

  /** Reads the record the parser has just entered, up to its end; its values may be wrapped. */
  void record(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && WRAPPERS.contains(name)) {
        wrapped(name, parser);
      } else {
        property(name, value, parser);
      }
    }
  }

  private void wrapped(String wrapper, JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String own = parser.currentName();
      String name = unwrapped.get(own);
      if (name == null) {
        // a member beside the wrapper may bear the name
        name = features.has(own) ? wrapper + "." + own : own;
        unwrapped.put(own, name);
      }
      property(name, parser.nextToken(), parser);
    }
  }

  /** Reads the object the parser has just entered, up to its end. */
  void properties(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String name = parser.currentName();
      property(name, parser.nextToken(), parser);
    }
  }

  /** Takes one value, whose first token is current. */
  void property(String name, JsonToken token, JsonParser parser) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      for (JsonToken inner = parser.nextToken();
          inner != JsonToken.END_OBJECT && inner != null;
          inner = parser.nextToken()) {
        String full = name + "." + parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue()) {
          give(full, value, parser);
        } else {
          features.property(full, text(parser));
        }
      }
    } else if (token == JsonToken.START_ARRAY) {
      features.property(name, text(parser));
    } else {
      give(name, token, parser);
    }
  }

  private void give(String name, JsonToken token, JsonParser parser) throws IOException {
    String text = scalar(token, parser);
    if (text == null) {
      features.column(name);
    } else {
      features.property(name, text);
    }
  }

  /** The value the parser is at as text; null when it is null, JSON text when it is a structure. */
  static @Nullable String scalar(JsonToken token, JsonParser parser) {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_FLOAT -> {
        String written = parser.getString();
        // what is no number is how some programs write that there is none
        yield Character.isLetter(written.charAt(written.length() - 1)) ? null : number(written);
      }
      case START_ARRAY, START_OBJECT -> text(parser);
      default -> parser.getString();
    };
  }

  /** A number in plain digits, none of which is lost. */
  static String number(String written) {
    boolean exponent = written.indexOf('e') >= 0 || written.indexOf('E') >= 0;
    if (!exponent && written.length() <= DOUBLE_DIGITS + 2) {
      return PlainNumber.plain(written);
    }
    if (!exponent) {
      return written;
    }
    try {
      BigDecimal exact = new BigDecimal(written).stripTrailingZeros();
      boolean plain = Math.abs((long) exact.scale()) <= MOST_ZEROS;
      return plain ? exact.toPlainString() : written;
    } catch (NumberFormatException | ArithmeticException e) {
      return written;
    }
  }

  /** The structure the parser has just entered, written again without spaces. */
  static String text(JsonParser parser) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean first = true;
    JsonToken token = parser.currentToken();
    while (token != null) {
      boolean closing = token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT;
      if (!first && !closing) {
        out.append(',');
      }
      first = false;
      switch (token) {
        case START_ARRAY, START_OBJECT -> {
          out.append(token == JsonToken.START_ARRAY ? '[' : '{');
          depth++;
          first = true;
        }
        case END_ARRAY, END_OBJECT -> {
          out.append(token == JsonToken.END_ARRAY ? ']' : '}');
          depth--;
        }
        case PROPERTY_NAME -> {
          quote(parser.currentName(), out);
          out.append(':');
          first = true;
        }
        case VALUE_STRING -> quote(parser.getString(), out);
        default -> out.append(parser.getString());
      }
      if (depth == 0) {
        break;
      }
      token = parser.nextToken();
    }
    return out.toString();
  }

  static void quote(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
