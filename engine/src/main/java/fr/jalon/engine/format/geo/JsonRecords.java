package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the records of lists found before, in one pass over the document. */
final class JsonRecords {
  /** Characters of the columns of a document that gives them one after another. */
  private static final long MOST_COLUMN_CHARACTERS = 64L << 20;

  /** A list that is wanted, and where its records go. */
  static final class Target {
    private final JsonLists.Found list;
    private final Features features;
    private final JsonValues values;
    private List<String> header;
    private boolean headerKnown;
    private long number;

    Target(JsonLists.Found list, List<String> header, Features features) {
      this.list = list;
      this.features = features;
      this.values = new JsonValues(features);
      this.header = header;
      this.headerKnown = !header.isEmpty();
    }

    Features features() {
      return features;
    }
  }

  private final JsonParser parser;
  private final Map<String, Target> targets;

  JsonRecords(JsonParser parser, Map<String, Target> targets) {
    this.parser = parser;
    this.targets = targets;
  }

  void read() throws IOException {
    Target root = targets.get("");
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (root == null) {
        if (token == JsonToken.START_OBJECT) {
          find("");
        } else {
          parser.skipChildren();
        }
      } else if (token == JsonToken.START_ARRAY) {
        records(root);
      } else if (token == JsonToken.START_OBJECT && root.list.kind() == JsonLists.Kind.COLUMNS) {
        columns(root);
      } else if (token == JsonToken.START_OBJECT && root.list.kind() == JsonLists.Kind.KEYED) {
        keyed(root);
      } else {
        element(root, token);
      }
    }
  }

  private void find(String above) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String name = parser.currentName();
      String full = above.isEmpty() ? name : above + "." + name;
      JsonToken value = parser.nextToken();
      Target target = targets.get(full);
      if (value == JsonToken.START_ARRAY && target != null) {
        records(target);
      } else if (value == JsonToken.START_OBJECT) {
        if (target != null && target.list.kind() == JsonLists.Kind.COLUMNS) {
          columns(target);
        } else if (target != null && target.list.kind() == JsonLists.Kind.KEYED) {
          keyed(target);
        } else if (leads(full)) {
          find(full);
        } else {
          parser.skipChildren();
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private boolean leads(String path) {
    for (String target : targets.keySet()) {
      if (target.startsWith(path)
          && target.length() > path.length()
          && target.charAt(path.length()) == '.') {
        return true;
      }
    }
    return false;
  }

  private void records(Target target) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (target.features.wantsMore()) {
        element(target, token);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void element(Target target, JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      target.values.record(parser);
    } else if (token == JsonToken.START_ARRAY) {
      if (!row(target)) {
        return;
      }
    } else if (token.isScalarValue()) {
      target.values.property("valeur", token, parser);
    }
    target.features.endRecord(++target.number);
  }

  /** A row given as a list; the first one names the columns when it holds only texts. */
  private boolean row(Target target) throws IOException {
    if (target.headerKnown) {
      int column = 0;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        target.values.property(name(target.header, column++), token, parser);
      }
      return true;
    }
    List<String> cells = new ArrayList<>();
    boolean texts = true;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      texts &= token == JsonToken.VALUE_STRING;
      cells.add(
          token.isScalarValue()
              ? token == JsonToken.VALUE_NULL ? "" : parser.getString()
              : JsonValues.text(parser));
    }
    target.headerKnown = true;
    if (texts && !cells.isEmpty()) {
      target.header = unique(cells);
      for (String name : target.header) {
        target.features.column(name);
      }
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      target.features.property(name(List.of(), i), cells.get(i));
    }
    return true;
  }

  private static List<String> unique(List<String> cells) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).isBlank() ? name(List.of(), i) : cells.get(i);
      int times = seen.merge(cell, 1, Integer::sum);
      names.add(times == 1 ? cell : cell + "_" + times);
    }
    return names;
  }

  private static String name(List<String> names, int column) {
    return column < names.size() ? names.get(column) : "colonne_" + (column + 1);
  }

  /** Records under their keys, which become a column. */
  private void keyed(Target target) throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!target.features.wantsMore()) {
        parser.skipChildren();
        continue;
      }
      target.features.property("clé", key);
      element(target, value);
    }
  }

  /** Columns one after another, kept until all are there. */
  private void columns(Target target) throws IOException {
    Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    long characters = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT && token != null;
        token = parser.nextToken()) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        continue;
      }
      List<@Nullable String> cells = new ArrayList<>();
      for (JsonToken cell = parser.nextToken();
          cell != JsonToken.END_ARRAY && cell != null;
          cell = parser.nextToken()) {
        String text = JsonValues.scalar(cell, parser);
        parser.skipChildren();
        // an entry weighs even when it holds nothing
        characters += 16 + (text == null ? 0 : text.length());
        if (characters > MOST_COLUMN_CHARACTERS) {
          throw new RefusedException("too-large");
        }
        cells.add(text);
      }
      if (columns.size() >= Limits.COLUMNS) {
        throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
      }
      if (cells.size() == target.list.count()) {
        columns.put(name, cells);
      }
    }
    for (int row = 0; row < target.list.count() && target.features.wantsMore(); row++) {
      for (Map.Entry<String, List<@Nullable String>> column : columns.entrySet()) {
        String cell = column.getValue().get(row);
        if (cell == null) {
          target.features.column(column.getKey());
        } else {
          target.features.property(column.getKey(), cell);
        }
      }
      target.features.endRecord(++target.number);
    }
  }
}
