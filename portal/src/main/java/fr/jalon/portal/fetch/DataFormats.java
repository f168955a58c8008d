package fr.jalon.portal.fetch;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The formats worth offering, by all the names that sites give them. */
final class DataFormats {
  /** The best first: what keeps most of a table, then of a map. */
  private static final List<String> ALL =
      List.of(
          "csv",
          "xlsx",
          "ods",
          "geojson",
          "gpkg",
          "shp",
          "xls",
          "tsv",
          "parquet",
          "json",
          "kml",
          "kmz",
          "fgb",
          "gpx",
          "xlsm",
          "xlsb",
          "fods",
          "topojson",
          "dbf",
          "txt",
          "zip",
          "gz");

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("text/csv", "csv"),
          Map.entry("application/csv", "csv"),
          Map.entry("csv (encoding: utf-8)", "csv"),
          Map.entry("excel", "xls"),
          Map.entry("microsoft excel", "xls"),
          Map.entry("application/vnd.ms-excel", "xls"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          Map.entry("application/vnd.oasis.opendocument.spreadsheet", "ods"),
          Map.entry("application/geo+json", "geojson"),
          Map.entry("application/vnd.geo+json", "geojson"),
          Map.entry("application/json", "json"),
          Map.entry("geopackage", "gpkg"),
          Map.entry("application/geopackage+sqlite3", "gpkg"),
          Map.entry("shapefile", "shp"),
          Map.entry("esri shapefile", "shp"),
          Map.entry("shp.zip", "shp"),
          Map.entry("application/zip", "zip"),
          Map.entry("application/vnd.google-earth.kml+xml", "kml"),
          Map.entry("application/vnd.google-earth.kmz", "kmz"),
          Map.entry("application/vnd.apache.parquet", "parquet"),
          Map.entry("text/tab-separated-values", "tsv"));

  static final Comparator<FileLink> BEST_FIRST =
      Comparator.comparingInt(link -> ALL.indexOf(link.format()));

  private DataFormats() {}

  /**
   * The format of a file that can be read, "" for any other.
   *
   * @param said by the site, "" for nothing
   * @param path of the file's address, which decides when the site says nothing we know
   */
  static String of(String said, String path) {
    String word = said.strip().toLowerCase(Locale.ROOT);
    String named = OTHER_NAMES.getOrDefault(word, word.startsWith(".") ? word.substring(1) : word);
    return ALL.contains(named) ? named : ofPath(path);
  }

  /** The format a path ends in, "" for none of ours. */
  static String ofPath(String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    int dot = plain.lastIndexOf('.');
    String end = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ALL.contains(end) ? end : "";
  }
}
