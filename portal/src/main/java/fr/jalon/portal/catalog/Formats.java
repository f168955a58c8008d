package fr.jalon.portal.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How the formats we hand out are called, on pages and on the wire. */
final class Formats {
  private static final Map<String, String> NAMES =
      Map.of("csv", "CSV", "xlsx", "XLSX", "geojson", "GeoJSON", "parquet", "Parquet");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "csv", "text/csv;charset=utf-8",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "geojson", "application/geo+json",
          "parquet", "application/vnd.apache.parquet");

  /** In which order people look for them; others come after. */
  private static final List<String> ORDER = List.of("csv", "xlsx", "geojson", "parquet");

  private Formats() {}

  /** The files of a version, the ones most people want first. */
  static List<Distribution> inOrder(Version version) {
    return version.distributions().stream()
        .sorted(Comparator.comparingInt(file -> rank(file.format())))
        .toList();
  }

  private static int rank(String format) {
    int rank = ORDER.indexOf(format);
    return rank < 0 ? ORDER.size() : rank;
  }

  /** "GeoJSON" for "geojson". */
  static String name(String format) {
    return NAMES.getOrDefault(format, format);
  }

  static String mediaType(String format) {
    return MEDIA_TYPES.getOrDefault(format, "application/octet-stream");
  }
}
