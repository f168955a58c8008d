package fr.jalon.portal.fetch;

import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats worth offering, by all the names that sites give them. */
final class DataFormats {
  /** Maps that come as several files in an archive, and that sites call by one of these. */
  private static final String SHAPEFILE = "shp";

  /** The best first, what keeps most of a table, then of a map; all others are as good. */
  private static final List<String> PREFERRED =
      List.of("csv", "xlsx", "ods", "geojson", "gpkg", SHAPEFILE, "xls", "tsv", "parquet", "json");

  /** Pages, which sites link to everywhere and which are seldom a table. */
  private static final Set<String> PAGES = Set.of("htm", "html", "mht");

  private static final Set<String> ARCHIVES = Set.of("zip", "gz");

  /** What the engine reads, by how files end. */
  private static final Set<String> READ =
      Formats.fileTypes().stream()
          .map(FileType::extension)
          .filter(extension -> !PAGES.contains(extension))
          .collect(Collectors.toUnmodifiableSet());

  /** How sites call formats, beside their extensions and their media types. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("csv (encoding: utf-8)", "csv"),
          Map.entry("excel", "xls"),
          Map.entry("microsoft excel", "xls"),
          Map.entry("geopackage", "gpkg"),
          Map.entry("shapefile", SHAPEFILE),
          Map.entry("esri shapefile", SHAPEFILE),
          Map.entry("shp.zip", SHAPEFILE));

  static final Comparator<FileLink> BEST_FIRST =
      Comparator.comparingInt(link -> rank(link.format()));

  private DataFormats() {}

  /**
   * The format of a file that can be read, "" for any other.
   *
   * @param said by the site, "" for nothing
   * @param path of the file's address, which decides when the site says nothing we know
   */
  static String of(String said, String path) {
    String word = said.strip().toLowerCase(Locale.ROOT);
    FileType announced = Formats.announcedBy(word);
    String named =
        announced != null
            ? announced.extension()
            : OTHER_NAMES.getOrDefault(word, word.startsWith(".") ? word.substring(1) : word);
    return isRead(named) ? named : ofPath(path);
  }

  /** The format a path ends in, "" for none of ours. */
  static String ofPath(String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    int dot = plain.lastIndexOf('.');
    String end = dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    return isRead(end) ? end : "";
  }

  private static boolean isRead(String format) {
    return READ.contains(format) || format.equals(SHAPEFILE);
  }

  private static int rank(String format) {
    int preferred = PREFERRED.indexOf(format);
    if (preferred >= 0) {
      return preferred;
    }
    return PREFERRED.size() + (ARCHIVES.contains(format) ? 1 : 0);
  }
}
