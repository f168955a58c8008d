package fr.jalon.engine.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which tables are published, those that most people want first. */
public enum WrittenFormat {
  CSV("CSV", "text/csv;charset=utf-8"),
  XLSX("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  GEOJSON("GeoJSON", "application/geo+json"),
  PARQUET("Parquet", "application/vnd.apache.parquet");

  private final String title;
  private final String mediaType;

  WrittenFormat(String title, String mediaType) {
    this.title = title;
    this.mediaType = mediaType;
  }

  /** Stable code, and how its files end: "geojson". */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this very code, if one has it. */
  public static Optional<WrittenFormat> find(String code) {
    return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
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
}
