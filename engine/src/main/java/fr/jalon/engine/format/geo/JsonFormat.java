package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Records in JSON: a list of objects, objects one a line, or an envelope whose longest list of
 * objects is the table ({@code {"marches":{"marche":[…]}}}).
 */
public final class JsonFormat implements Format {
  /** Lists nearer to the root than this are looked at; deeper ones are details of records. */
  private static final int MAX_ENVELOPE_DEPTH = 6;

  private static final int MAX_LISTS = 1_000;

  @Override
  public String code() {
    return "json";
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    String name = source.name().toLowerCase(Locale.ROOT);
    boolean named = name.endsWith("json") || name.endsWith("jsonl");
    try (JsonParser parser = JsonInput.head(source.path())) {
      if (parser == null) {
        return false;
      }
      int tokens = 0;
      while (parser.nextToken() != null) {
        tokens++;
      }
      return tokens > 1;
    } catch (StreamConstraintsException e) {
      return true;
    } catch (JacksonException e) {
      // the head may be cut anywhere; only an error before its end is one of the file
      return named || isCut(e, source);
    }
  }

  private static boolean isCut(JacksonException problem, Source source) {
    var place = problem.getLocation();
    return place != null && source.size() > (1 << 16) && place.getCharOffset() >= (1 << 16) - 8;
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try {
      JsonInput input = JsonInput.of(source.path());
      Map<String, Long> lists = lists(input);
      String path = choose(lists, options.sheet());
      try (JsonParser parser = input.parser()) {
        new Records(parser, features, path).read();
      }
      if (features.records() == 0) {
        throw new RefusedException("json-without-records");
      }
      if (!input.encoding().equals("utf-8")) {
        features.note(new Note("not-utf-8", Map.of("encoding", input.encoding())));
      }
      List<SheetSummary> layers = new ArrayList<>();
      lists.forEach(
          (name, count) -> layers.add(new SheetSummary(name, false, count, 0, "table", List.of())));
      Table table =
          features.table(
              code(),
              input.encoding(),
              input.bom() > 0,
              path.isEmpty() ? null : path,
              lists.size() > 1 ? layers : List.of());
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

  private static String choose(Map<String, Long> lists, @Nullable String asked)
      throws RefusedException {
    if (asked != null && lists.containsKey(asked)) {
      return asked;
    }
    return lists.entrySet().stream()
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new RefusedException("json-without-records"));
  }

  /** The lists of records of the file by their path, and how long each is; "" is the root. */
  private static Map<String, Long> lists(JsonInput input) throws IOException {
    Map<String, Long> lists = new LinkedHashMap<>();
    try (JsonParser parser = input.parser()) {
      long roots = 0;
      boolean rootList = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          rootList = true;
          lists.merge("", elements(parser), Long::sum);
        } else if (token == JsonToken.START_OBJECT) {
          roots++;
          if (roots == 1) {
            envelope(parser, lists);
          } else {
            parser.skipChildren();
          }
        }
      }
      if (!rootList && (roots > 1 || (roots == 1 && lists.isEmpty()))) {
        lists.clear();
        lists.put("", roots);
      }
    }
    return lists;
  }

  private static long elements(JsonParser parser) {
    long count = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      count++;
      parser.skipChildren();
    }
    return count;
  }

  /** Notes the lists of objects inside the object just entered. */
  private static void envelope(JsonParser parser, Map<String, Long> lists) {
    Deque<String> path = new ArrayDeque<>();
    path.addLast("");
    while (!path.isEmpty()) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      if (token == JsonToken.END_OBJECT) {
        path.removeLast();
        continue;
      }
      String above = path.getLast();
      String name = parser.currentName();
      String full = above.isEmpty() ? name : above + "." + name;
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        if (path.size() < MAX_ENVELOPE_DEPTH) {
          path.addLast(full);
        } else {
          parser.skipChildren();
        }
      } else if (value == JsonToken.START_ARRAY) {
        list(parser, full, lists);
      }
    }
  }

  private static void list(JsonParser parser, String path, Map<String, Long> lists) {
    long count = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      count += token == JsonToken.START_OBJECT ? 1 : 0;
      parser.skipChildren();
    }
    if (count > 0 && lists.size() < MAX_LISTS) {
      lists.merge(path, count, Long::sum);
    }
  }

  /** Goes to the list chosen and reads its records. */
  private static final class Records {
    private final JsonParser parser;
    private final Features features;
    private final String path;
    private long number;
    private @Nullable List<String> header;

    Records(JsonParser parser, Features features, String path) {
      this.parser = parser;
      this.features = features;
      this.path = path;
    }

    void read() throws IOException {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (path.isEmpty()) {
          if (token == JsonToken.START_ARRAY) {
            records();
          } else {
            element(token);
          }
        } else if (token == JsonToken.START_OBJECT) {
          find("");
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
        if (value == JsonToken.START_ARRAY && full.equals(path)) {
          records();
        } else if (value == JsonToken.START_OBJECT && path.startsWith(full + ".")) {
          find(full);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void records() throws IOException {
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        element(token);
      }
    }

    private void element(JsonToken token) throws IOException {
      if (token == JsonToken.START_OBJECT) {
        JsonValues.properties(parser, features);
      } else if (token == JsonToken.START_ARRAY) {
        if (!row()) {
          return;
        }
      } else if (token.isScalarValue()) {
        JsonValues.property("valeur", token, parser, features);
      }
      features.endRecord(++number);
    }

    /** A row given as a list; the first one names the columns when it holds only texts. */
    private boolean row() throws IOException {
      List<String> names = header;
      if (names != null) {
        cells(names);
        return true;
      }
      List<String> values = new ArrayList<>();
      boolean texts = true;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        texts &= token == JsonToken.VALUE_STRING;
        values.add(token.isScalarValue() ? parser.getString() : JsonValues.text(parser));
      }
      header = texts ? values : List.of();
      if (texts) {
        return false;
      }
      for (int i = 0; i < values.size(); i++) {
        features.property(name(List.of(), i), values.get(i));
      }
      return true;
    }

    private void cells(List<String> names) throws IOException {
      int column = 0;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY && token != null;
          token = parser.nextToken()) {
        JsonValues.property(name(names, column++), token, parser, features);
      }
    }

    private static String name(List<String> names, int column) {
      return column < names.size() ? names.get(column) : "colonne_" + (column + 1);
    }
  }
}
