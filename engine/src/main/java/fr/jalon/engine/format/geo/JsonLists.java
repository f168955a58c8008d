package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A first look at a JSON document: where its lists of records are, and how each is made. */
final class JsonLists {
  /** Lists nearer to the root than this are looked at; deeper ones are details of records. */
  private static final int MAX_DEPTH = 6;

  private static final int MAX_LISTS = 1_000;

  /** Objects of fewer members than this are records, not lists of records by their keys. */
  private static final int LEAST_KEYS = 3;

  /** Members that describe records, in the answers of portals. */
  private static final Set<String> ABOUT_RECORDS =
      Set.of(
          "fields",
          "columns",
          "cols",
          "headers",
          "links",
          "facet_groups",
          "facets",
          "included",
          "errors",
          "schema",
          "messages");

  private static final Set<String> NAMES = Set.of("fields", "columns", "cols", "headers");

  /** Members that hold rows of values. */
  private static final Set<String> ROWS =
      Set.of("data", "rows", "records", "values", "results", "items");

  /** How the records of a list are written. */
  enum Kind {
    /** Objects, or anything else, one after another. */
    RECORDS,
    /** Lists of values; names are in the first, or elsewhere in the document. */
    ROWS,
    /** One list a column, all of the same length. */
    COLUMNS,
    /** Objects in an object, each under its key. */
    KEYED
  }

  /**
   * @param path names on the way to it, joined with dots; "" is the root
   * @param width values of its first row, 0 when it has no rows of values
   */
  record Found(String path, Kind kind, long count, int width) {}

  /** An object the look has entered. */
  private static final class Around {
    private final String path;
    private final Map<String, Long> values = new LinkedHashMap<>();
    private long members;
    private long objects;

    Around(String path) {
      this.path = path;
    }
  }

  private final JsonParser parser;
  private final Map<String, Found> lists = new LinkedHashMap<>();
  private final Map<String, Found> others = new LinkedHashMap<>();
  private final Map<Integer, List<String>> headers = new HashMap<>();
  private boolean rootList;
  private long roots;

  private JsonLists(JsonParser parser) {
    this.parser = parser;
  }

  /** Looks through the whole document. */
  static JsonLists of(JsonParser parser) {
    JsonLists lists = new JsonLists(parser);
    lists.read();
    return lists;
  }

  /** Every list that could be the table, in order. */
  Collection<Found> all() {
    return lists.values();
  }

  /** Names given elsewhere in the document for rows of so many values. */
  List<String> header(int width) {
    return headers.getOrDefault(width, List.of());
  }

  /** The list asked for, else the longest of those that do not describe another. */
  Found choose(@Nullable String asked) throws RefusedException {
    if (asked != null && lists.containsKey(asked)) {
      return lists.get(asked);
    }
    Found best = null;
    for (Found each : lists.values()) {
      boolean longer = best == null || each.count() > best.count();
      boolean data = best == null || !isAboutRecords(each) || isAboutRecords(best);
      boolean better = best != null && isAboutRecords(best) && !isAboutRecords(each);
      best = better || longer && data ? each : best;
    }
    if (best == null) {
      throw new RefusedException("json-without-records");
    }
    return best;
  }

  private static boolean isAboutRecords(Found list) {
    return ABOUT_RECORDS.contains(list.path().substring(list.path().lastIndexOf('.') + 1));
  }

  private void read() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        rootList = true;
        list("", null);
      } else if (token == JsonToken.START_OBJECT) {
        roots++;
        if (roots == 1) {
          object();
        } else {
          parser.skipChildren();
        }
      }
    }
    // rows that nothing names are a detail of one record, such as the corners of a map
    lists.values().removeIf(list -> list.kind() == Kind.ROWS && !isTable(list));
    if (lists.isEmpty() && roots == 1) {
      others.values().stream()
          .reduce((best, next) -> next.count() > best.count() ? next : best)
          .ifPresent(found -> lists.put(found.path(), found));
    }
    if (!rootList && (roots > 1 || (roots == 1 && lists.isEmpty()))) {
      lists.clear();
      lists.put("", new Found("", Kind.RECORDS, roots, 0));
    }
  }

  private boolean isTable(Found list) {
    String name = list.path().substring(list.path().lastIndexOf('.') + 1);
    return list.path().isEmpty() || ROWS.contains(name) || !header(list.width()).isEmpty();
  }

  /** Looks into the object just entered and the objects inside it. */
  private void object() {
    Deque<Around> path = new ArrayDeque<>();
    path.addLast(new Around(""));
    while (!path.isEmpty()) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      Around around = path.getLast();
      if (token == JsonToken.END_OBJECT) {
        judge(path.removeLast());
        continue;
      }
      String name = parser.currentName();
      String full = around.path.isEmpty() ? name : around.path + "." + name;
      around.members++;
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        around.objects++;
        if (path.size() < MAX_DEPTH) {
          path.addLast(new Around(full));
        } else {
          parser.skipChildren();
        }
      } else if (value == JsonToken.START_ARRAY) {
        list(full, around);
      }
    }
  }

  /** Whether an object just left was itself a table: columns, or records by their keys. */
  private void judge(Around object) {
    if (others.size() >= MAX_LISTS) {
      return;
    }
    boolean columns =
        object.values.size() > 1
            && object.values.size() == object.members
            && object.values.values().stream().distinct().count() == 1;
    if (columns) {
      long count = object.values.values().iterator().next();
      others.put(object.path, new Found(object.path, Kind.COLUMNS, count, 0));
    } else if (object.objects >= LEAST_KEYS && object.objects == object.members) {
      others.put(object.path, new Found(object.path, Kind.KEYED, object.objects, 0));
    }
  }

  private void list(String path, @Nullable Around around) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    List<String> names = NAMES.contains(name) ? new ArrayList<>() : null;
    long objects = 0;
    long rows = 0;
    long values = 0;
    int width = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        objects++;
        if (names == null) {
          parser.skipChildren();
        } else {
          name(names);
        }
      } else if (token == JsonToken.START_ARRAY) {
        width = rows++ == 0 ? width() : skipped(width);
      } else {
        values++;
        if (names != null && names.size() < Limits.COLUMNS) {
          names.add(parser.getString());
        }
      }
    }
    if (names != null && !names.isEmpty()) {
      headers.putIfAbsent(names.size(), names);
    }
    boolean root = path.isEmpty();
    if (lists.size() >= MAX_LISTS) {
      return;
    }
    if (objects > 0 || (root && rows + values > 0)) {
      Kind kind = rows > objects ? Kind.ROWS : Kind.RECORDS;
      lists.merge(
          path,
          new Found(path, kind, objects + rows + (root ? values : 0), width),
          (one, more) -> new Found(path, one.kind(), one.count() + more.count(), one.width()));
    } else if (rows > 1 && width > 1) {
      lists.putIfAbsent(path, new Found(path, Kind.ROWS, rows, width));
    } else if (values > 0 && rows == 0 && around != null && around.values.size() < Limits.COLUMNS) {
      around.values.put(name, values);
    }
  }

  private int width() {
    int width = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      width++;
      parser.skipChildren();
    }
    return width;
  }

  private int skipped(int width) {
    parser.skipChildren();
    return width;
  }

  /** The name an object that describes a column gives it. */
  private void name(List<String> names) {
    Map<String, String> texts = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && texts.size() < 20) {
        texts.put(member, parser.getString());
      }
      parser.skipChildren();
    }
    for (String member : List.of("name", "id", "label", "fieldName", "title")) {
      String text = texts.get(member);
      if (text != null && !text.isBlank() && names.size() < Limits.COLUMNS) {
        names.add(text);
        return;
      }
    }
  }
}
