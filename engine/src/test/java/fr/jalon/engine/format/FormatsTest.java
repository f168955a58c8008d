package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  @Test
  void noTwoFormatsClaimAnExtensionOrAMediaType() {
    Set<String> seen = new HashSet<>();
    for (FileType type : Formats.fileTypes()) {
      assertThat(seen.add(type.extension())).as(type.extension()).isTrue();
      type.mediaTypes().forEach(name -> assertThat(seen.add(name)).as(name).isTrue());
      assertThat(type.extension()).isLowerCase().doesNotContain(".");
    }
  }

  @Test
  void formatsOfOneCodeAreOfOneFamily() {
    for (Format format : Formats.ALL) {
      assertThat(Formats.family(format.code())).isEqualTo(format.family());
    }
    assertThat(Formats.family("unheard-of")).isEqualTo(Family.OTHER);
  }

  @Test
  void mapsAreThoseWithLayers() {
    assertThat(Formats.ALL.stream().filter(format -> format.family() == Family.MAP))
        .extracting(Format::code)
        .containsExactlyInAnyOrder(
            "shapefile", "kml", "gpx", "gpkg", "flatgeobuf", "topojson", "geojson");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "text/csv, csv",
        "text/tab-separated-values, tsv",
        "application/vnd.google-earth.kmz, kmz",
        "application/vnd.geo+json, geojson",
        "application/gzip, gz",
        "image/png, -"
      })
  void knowsFilesByWhatServersSay(String mediaType, String extension) {
    FileType type = Formats.announcedBy(mediaType);
    assertThat(type == null ? null : type.extension()).isEqualTo(extension);
  }

  @Test
  void onlyPlainFilesAreReadOutOfArchives() {
    assertThat(List.of("a.csv", "A.CSV", "b.geojson", "c.gpkg", "d.parquet", "e.ndjson"))
        .allMatch(Formats::mayBePacked);
    assertThat(List.of("a.xlsx", "b.zip", "c.kmz", "csv", "d.csv.gz", "e.html", "f.shp"))
        .noneMatch(Formats::mayBePacked);
  }
}
