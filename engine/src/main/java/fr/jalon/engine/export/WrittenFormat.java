package fr.jalon.engine.export;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which tables are published, those that most people want first. */
public enum WrittenFormat {
  CSV("CSV", "text/csv;charset=utf-8"),
  EXCEL("CSV pour Excel", "text/csv;charset=utf-8", "excel.csv"),
  XLSX("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  ODS("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
  JSON("JSON", "application/json"),
  GEOJSON("GeoJSON", "application/geo+json"),
  GPKG("GeoPackage", "application/geopackage+sqlite3"),
  /** Several files in one archive, by the ending that mapping programs know. */
  SHAPEFILE("Shapefile", "application/zip", "shp.zip"),
  PARQUET("Parquet", "application/vnd.apache.parquet");

  private static final List<WrittenFormat> LONGEST_ENDING_FIRST =
      Arrays.stream(values())
          .sorted(Comparator.comparingInt((WrittenFormat one) -> -one.ending().length()))
          .toList();

  private final String title;
  private final String mediaType;
  private final String ending;

  WrittenFormat(String title, String mediaType) {
    this.title = title;
    this.mediaType = mediaType;
    this.ending = code();
  }

  WrittenFormat(String title, String mediaType, String ending) {
    this.title = title;
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** Stable code: "geojson". */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its files end, without the point before: "geojson", "shp.zip". */
  public String ending() {
    return ending;
  }

  /** The format of this very code, if one has it. */
  public static Optional<WrittenFormat> find(String code) {
    return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
  }

  /** The format of a file of this name, if one ends so. */
  public static Optional<WrittenFormat> ofFile(String name) {
    return LONGEST_ENDING_FIRST.stream()
        .filter(format -> name.endsWith("." + format.ending))
        .findFirst();
  }

  /**
   * The format of this very code.
   *
   * @throws IllegalArgumentException when no format has it
   */
  public static WrittenFormat of(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("nothing is published as " + code));
  }

  /** How it is called: "GeoJSON". */
  public String title() {
    return title;
  }

  /** How its files are announced, with the encoding of texts. */
  public String mediaType() {
    return mediaType;
  }

  /** True when rows that are nowhere are not in its files. */
  public boolean holdsPlacesOnly() {
    return this == GEOJSON;
  }

  /** True when it is not written with the table but from its CSV, by {@link Downloads}. */
  public boolean madeFromCsv() {
    return switch (this) {
      case EXCEL, ODS, JSON, GPKG, SHAPEFILE -> true;
      case CSV, XLSX, GEOJSON, PARQUET -> false;
    };
  }

  /** True when it is made for maps: only of tables whose rows are somewhere. */
  public boolean isOfPlaces() {
    return this == GEOJSON || this == GPKG || this == SHAPEFILE;
  }
}
