package fr.jalon.portal.territory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Which column of a GeoJSON file of ours holds the codes of communes, by what stands there. */
final class CommuneCodes {
  /** As INSEE writes them: "45232", "2A004". */
  private static final Pattern CODE = Pattern.compile("[0-9]{5}|2[AB][0-9]{3}");

  /** Degrees that hold France, its islands and its overseas parts. */
  private static final double FARTHEST_NORTH = 52;

  private static final double FARTHEST_SOUTH = -22;

  private final Map<String, Map<Long, String>> columns = new LinkedHashMap<>();
  private long shapes;
  private boolean near = true;

  private CommuneCodes() {}

  static CommuneCodes read(Path geoJson) throws IOException {
    CommuneCodes codes = new CommuneCodes();
    try (JsonParser parser = JsonMapper.shared().createParser(geoJson)) {
      while (parser.nextToken() != null
          && !(parser.currentToken() == JsonToken.PROPERTY_NAME
              && "features".equals(parser.currentName()))) {
        // what stands before the features
      }
      parser.nextToken();
      long row = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        codes.feature(parser, ++row);
      }
    }
    return codes;
  }

  private void feature(JsonParser parser, long row) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("properties") && value == JsonToken.START_OBJECT) {
        properties(parser, row);
      } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
        shapes++;
        geometry(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void properties(JsonParser parser, long row) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String column = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING
          && CODE.matcher(parser.getString()).matches()) {
        columns.computeIfAbsent(column, none -> new TreeMap<>()).put(row, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Its first position tells where it is. */
  private void geometry(JsonParser parser) {
    int depth = 1;
    int numbers = 0;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      if (token == JsonToken.START_OBJECT) {
        depth++;
      } else if (token == JsonToken.END_OBJECT) {
        depth--;
      } else if (token.isNumeric() && ++numbers == 2) {
        double latitude = parser.getDoubleValue();
        near &= latitude <= FARTHEST_NORTH && latitude >= FARTHEST_SOUTH;
      }
    }
  }

  long shapes() {
    return shapes;
  }

  boolean isNearFrance() {
    return near;
  }

  /** All that look like codes. */
  Set<String> all() {
    Set<String> all = new HashSet<>();
    columns.values().forEach(column -> all.addAll(column.values()));
    return all;
  }

  /** The code of each row in the column that holds most of those that are communes. */
  Map<Long, String> best(Set<String> communes) {
    Map<Long, String> best = Map.of();
    long most = 0;
    for (Map<Long, String> column : columns.values()) {
      Set<String> distinct = new HashSet<>(column.values());
      distinct.retainAll(communes);
      if (distinct.size() > most) {
        most = distinct.size();
        best = column;
      }
    }
    Map<Long, String> kept = new HashMap<>(best);
    kept.values().retainAll(communes);
    return new TreeMap<>(kept);
  }
}
