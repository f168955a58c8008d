package fr.jalon.engine.format.geo;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a GeoParquet file (OGC 24-013) says of its places.
 *
 * @param column the column they are in
 * @param crs their system, null when the file says that it is not known
 */
record GeoParquet(String column, @Nullable Crs crs) {
  private static final int MOST_CHARACTERS = 1 << 20;

  /** Reads the "geo" property of the file, null when there is none that can be followed. */
  static @Nullable GeoParquet of(@Nullable String text) {
    if (text == null || text.length() > MOST_CHARACTERS) {
      return null;
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(text);
      String primary = root.path("primary_column").asString("");
      JsonNode column = root.path("columns").path(primary);
      if (!column.isObject() || !column.path("encoding").asString("").equalsIgnoreCase("WKB")) {
        return null;
      }
      JsonNode crs = column.path("crs");
      return new GeoParquet(primary, crs.isMissingNode() ? Crs.WGS84 : system(crs));
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The system of a geometry's logical type: a name, or PROJJSON, WGS 84 when it says nothing. */
  static @Nullable Crs system(@Nullable String crs) {
    if (crs == null || crs.isBlank()) {
      return Crs.WGS84;
    }
    if (crs.stripLeading().startsWith("{") && crs.length() <= MOST_CHARACTERS) {
      try {
        return system(JsonMapper.shared().readTree(crs));
      } catch (JacksonException e) {
        return null;
      }
    }
    return Crs.ofName(crs);
  }

  private static @Nullable Crs system(JsonNode crs) {
    JsonNode id = crs.path("id");
    String authority = id.path("authority").asString("");
    if (authority.equalsIgnoreCase("OGC")) {
      return id.path("code").asString("").startsWith("CRS84") ? Crs.WGS84 : null;
    }
    int code = id.path("code").asInt(0);
    return authority.equalsIgnoreCase("EPSG") && code > 0 ? Crs.of(code) : null;
  }
}
