package fr.jalon.engine.schema;

import fr.jalon.engine.profile.kind.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a Table Schema file of ours; what Table Schema does not have is under "jalon". */
final class SchemaFile {
  private static final JsonMapper JSON = new JsonMapper();

  private SchemaFile() {}

  static Schema read(String name) {
    try (InputStream bytes = SchemaFile.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("no schema file " + name + " among the schemas");
      }
      return schema(JSON.readTree(bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Schema schema(JsonNode root) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : root.path("fields")) {
      fields.add(field(field));
    }
    List<Schema.Rule> rules = new ArrayList<>();
    for (JsonNode rule : root.path("custom_checks")) {
      rules.add(rule(rule));
    }
    JsonNode own = root.path("jalon");
    return new Schema(
        text(root, "name"),
        text(root, "version"),
        text(root, "title"),
        text(root, "description"),
        text(root, "homepage"),
        own.has("frequency") ? text(own, "frequency") : null,
        fields,
        list(root.path("primaryKey")),
        rules);
  }

  private static Field field(JsonNode node) {
    JsonNode own = node.path("jalon");
    JsonNode constraints = node.path("constraints");
    String type = text(node, "type");
    return new Field(
        text(node, "name"),
        text(node, "title"),
        type,
        node.path("format").asString("default"),
        text(node, "example"),
        own.has("kind") ? text(own, "kind") : kindOf(type),
        new Field.Constraints(
            constraints.path("required").asBoolean(false),
            constraints.path("unique").asBoolean(false),
            constraints.has("pattern") ? text(constraints, "pattern") : null,
            list(constraints.path("enum")),
            number(constraints, "minimum"),
            number(constraints, "maximum"),
            whole(constraints, "minLength"),
            whole(constraints, "maxLength")),
        list(node.path("trueValues")),
        list(node.path("falseValues")),
        list(own.path("synonyms")),
        list(own.path("near")),
        list(own.path("older")),
        Set.copyOf(list(own.path("words"))),
        usual(own.path("usual")),
        own.path("identifies").asBoolean(false),
        own.has("giver") ? Field.Giver.valueOf(text(own, "giver").toUpperCase(Locale.ROOT)) : null);
  }

  private static Field.@Nullable Range usual(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new Field.Range(node.path("minimum").asDouble(), node.path("maximum").asDouble());
  }

  private static String kindOf(String type) {
    return switch (type) {
      case "number" -> Kinds.DECIMAL.code();
      case "integer", "boolean", "date", "datetime", "year" -> type;
      default -> Kinds.TEXT.code();
    };
  }

  private static Schema.Rule rule(JsonNode node) {
    Map<String, List<String>> parameters = new HashMap<>();
    JsonNode given = node.path("params");
    for (String name : given.propertyNames()) {
      parameters.put(name, list(given.path(name)));
    }
    return new Schema.Rule(text(node, "name"), parameters);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  /** A list of texts; a single text counts as a list of one. */
  private static List<String> list(JsonNode node) {
    if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      for (JsonNode each : node) {
        texts.add(each.asString(""));
      }
      return texts;
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node.asString(""));
  }

  private static @Nullable Double number(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asDouble() : null;
  }

  private static @Nullable Integer whole(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asInt() : null;
  }
}
