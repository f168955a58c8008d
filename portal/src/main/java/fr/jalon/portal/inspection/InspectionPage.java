package fr.jalon.portal.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code docs/inspection.md} read as the schemas of an OpenAPI document: each section is a record
 * with a table of its fields, or an enum with its words.
 *
 * @param sections name of the record or enum, then its text
 */
record InspectionPage(Map<String, String> sections) {
  private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)\n(.*?)(?=^## |\\z)");
  private static final Pattern FIELD =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern WORD = Pattern.compile("`([A-Z_]+)`");
  private static final String LIST = "list of ";
  private static final String BY_NAME = " by name";
  private static final String OR_NULL = " or null";

  static InspectionPage of(String page) {
    Map<String, String> sections = new LinkedHashMap<>();
    SECTION.matcher(page).results().forEach(one -> sections.put(one.group(1), one.group(2)));
    return new InspectionPage(sections);
  }

  void writeTo(ObjectNode schemas) {
    sections.forEach((name, text) -> write(schemas.putObject(name), text));
  }

  private static void write(ObjectNode schema, String text) {
    List<MatchResult> fields = FIELD.matcher(text).results().toList();
    String said = said(text);
    if (!said.isEmpty()) {
      schema.put("description", said);
    }
    if (fields.isEmpty()) {
      schema.put("type", "string");
      ArrayNode words = schema.putArray("enum");
      WORD.matcher(text).results().forEach(word -> words.add(word.group(1)));
      return;
    }
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (MatchResult field : fields) {
      ObjectNode property = properties.putObject(field.group(1));
      type(property, field.group(2));
      property.put("description", plain(field.group(3)));
      required.add(field.group(1));
    }
  }

  /** The words above the table, on one line. */
  private static String said(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("|")) {
        break;
      }
      if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    return plain(String.join(" ", lines));
  }

  private static String plain(String markdown) {
    return markdown.replace("`", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").strip();
  }

  private static void type(ObjectNode schema, String words) {
    if (words.endsWith(OR_NULL)) {
      String some = words.substring(0, words.length() - OR_NULL.length());
      if (isRecord(some)) {
        ArrayNode either = schema.putArray("anyOf");
        type(either.addObject(), some);
        either.addObject().put("type", "null");
      } else {
        schema.putArray("type").add(simple(some)).add("null");
      }
    } else if (words.startsWith(LIST)) {
      schema.put("type", "array");
      type(schema.putObject("items"), words.substring(LIST.length()));
    } else if (words.endsWith(BY_NAME)) {
      schema.put("type", "object");
      type(
          schema.putObject("additionalProperties"),
          words.substring(0, words.length() - BY_NAME.length()));
    } else if (isRecord(words)) {
      schema.put("$ref", "#/components/schemas/" + words);
    } else {
      schema.put("type", simple(words));
    }
  }

  private static boolean isRecord(String words) {
    return Character.isUpperCase(words.charAt(0));
  }

  private static String simple(String words) {
    return switch (words) {
      case "text", "texts" -> "string";
      case "whole number", "whole numbers" -> "integer";
      case "number" -> "number";
      case "true or false" -> "boolean";
      default -> throw new IllegalStateException("docs/inspection.md has no type '" + words + "'");
    };
  }
}
