package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;
import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns the values of a JSON object into properties: figures in plain digits, objects flattened one
 * level ({@code acheteur.id}), what is deeper kept as JSON text.
 */
final class JsonValues {
  private JsonValues() {}

  /** Reads the object the parser has just entered, up to its end. */
  static void properties(JsonParser parser, Features features) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String name = parser.currentName();
      property(name, parser.nextToken(), parser, features);
    }
  }

  /** Takes one value, whose first token is current. */
  static void property(String name, JsonToken token, JsonParser parser, Features features)
      throws IOException {
    if (token == JsonToken.START_OBJECT) {
      for (JsonToken inner = parser.nextToken();
          inner != JsonToken.END_OBJECT && inner != null;
          inner = parser.nextToken()) {
        String full = name + "." + parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue()) {
          scalar(full, value, parser, features);
        } else {
          features.property(full, text(parser));
        }
      }
    } else if (token == JsonToken.START_ARRAY) {
      features.property(name, text(parser));
    } else {
      scalar(name, token, parser, features);
    }
  }

  private static void scalar(String name, JsonToken token, JsonParser parser, Features features)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      features.column(name);
    } else {
      String written = parser.getString();
      boolean decimal = token == JsonToken.VALUE_NUMBER_FLOAT;
      features.property(name, decimal ? PlainNumber.plain(written) : written);
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
