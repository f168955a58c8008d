package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonFormatTest {
  @Test
  void givesPointsTwoColumnsAndOtherShapesOne() {
    Outcome outcome =
        collection(
            feature("\"nom\":\"Parc\"", point("1.9,47.9")),
            feature(
                "\"nom\":\"Rue\"", "{\"type\":\"LineString\",\"coordinates\":[[1,47],[2,48]]}"));
    assertThat(outcome.columns()).containsExactly("nom", "longitude", "latitude", "geometry");
    assertThat(outcome.lines())
        .containsExactly(
            "Parc | 1.9 | 47.9 | ",
            "Rue |  |  | {\"type\":\"LineString\",\"coordinates\":[[1,47],[2,48]]}");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:4326");
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void flattensOneLevelAndKeepsDeeperOnesAsText() {
    Outcome outcome =
        collection(
            feature(
                "\"a\":{\"b\":1,\"c\":{\"d\":[1,\"é\\\"\"]}},\"e\":[1,2],\"f\":null,\"g\":true,"
                    + "\"h\":12.0",
                "null"));
    assertThat(outcome.columns()).containsExactly("a.b", "a.c", "e", "f", "g", "h");
    assertThat(outcome.lines()).containsExactly("1 | {\"d\":[1,\"é\\\"\"]} | [1,2] |  | true | 12");
    assertThat(outcome.notes()).containsExactly("no-geometry");
  }

  /** Coordinates in the middle of Orléans in several systems, none declared. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "618000,6755000 | EPSG:2154",
        "1618000,7199000 | EPSG:3948",
        "565900,2321900 | EPSG:27572",
        "212500,6087000 | EPSG:3857",
        "1.9,47.9 | EPSG:4326"
      })
  void recognizesTheSystemByTheFigures(String position, String crs) {
    Outcome outcome = collection(feature("\"n\":1", point(position)));
    assertThat(outcome.reading().crs()).isEqualTo(crs);
    double longitude = Double.parseDouble(outcome.rows().get(0).get(1));
    double latitude = Double.parseDouble(outcome.rows().get(0).get(2));
    assertThat(longitude).isBetween(1.7, 2.1);
    assertThat(latitude).isBetween(47.7, 48.1);
  }

  @Test
  void convertsEveryPositionOfAShape() {
    Outcome outcome =
        collection(
            feature(
                "\"n\":1",
                "{\"coordinates\":[[[700000,6600000,12],[700100,6600000],[700000,6600000]]],"
                    + "\"type\":\"Polygon\"}"));
    assertThat(outcome.rows().get(0).get(1))
        .startsWith("{\"type\":\"Polygon\",\"coordinates\":[[[3,46.5,12],[3.00130")
        .endsWith("[3,46.5]]]}");
    assertThat(outcome.notes()).containsExactly("crs-guessed", "reprojected");
  }

  @Test
  void followsTheDeclaredSystemUnlessTheFiguresDenyIt() {
    String crs =
        "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2154\"}}";
    Outcome declared =
        Outcome.of(
            "a.geojson",
            "{\"type\":\"FeatureCollection\","
                + crs
                + ",\"features\":["
                + feature("\"n\":1", point("700000,6600000"))
                + "]}");
    assertThat(declared.notes()).containsExactly("reprojected");
    assertThat(declared.lines()).containsExactly("1 | 3 | 46.5");
    Outcome denied =
        Outcome.of(
            "a.geojson",
            "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("\"n\":1", point("1.9,47.9"))
                + "],"
                + crs
                + "}");
    assertThat(denied.notes()).containsExactly("crs-contradicted");
    assertThat(denied.lines()).containsExactly("1 | 1.9 | 47.9");
  }

  @Test
  void readsAFileThatIsNotInUtf8() {
    byte[] latin =
        ("{\"type\":\"FeatureCollection\",\"features\":["
                + feature("\"nom\":\"Vélo\"", point("1,47"))
                + "]}")
            .getBytes(StandardCharsets.ISO_8859_1);
    Outcome outcome = Outcome.of("a.geojson", latin);
    assertThat(outcome.lines()).containsExactly("Vélo | 1 | 47");
    assertThat(outcome.reading().encoding()).isEqualTo("windows-1252");
    assertThat(outcome.notes()).containsExactly("not-utf-8");
  }

  @Test
  void readsOneFeatureFeaturesOneALineAndABareGeometry() {
    assertThat(Outcome.of("a.json", feature("\"n\":1", point("1,47"))).lines())
        .containsExactly("1 | 1 | 47");
    String lines = feature("\"n\":1", point("1,47")) + "\n" + feature("\"n\":2", point("2,48"));
    assertThat(Outcome.of("a.geojsonl", lines).lines()).containsExactly("1 | 1 | 47", "2 | 2 | 48");
    assertThat(Outcome.of("a.geojson", point("1,47")).lines()).containsExactly("1 | 47");
  }

  @Test
  void countsWhatIsNoGeometryAndGoesOn() {
    Outcome outcome =
        collection(
            feature("\"n\":1", point("\"foo\"")),
            feature("\"n\":2", "{\"type\":\"Point\",\"coordinates\":\"foo\"}"),
            feature("\"n\":3", "{\"type\":\"Point\",\"coordinates\":[1,\"47.5\"]}"),
            feature("\"n\":4", "{\"type\":\"Point\",\"coordinates\":[]}"),
            feature("\"n\":5", "12"),
            "null",
            feature(
                "\"n\":6",
                "{\"type\":\"GeometryCollection\",\"geometries\":["
                    + point("1,47")
                    + ","
                    + point("2,48")
                    + "]}"));
    assertThat(outcome.rows()).hasSize(7);
    assertThat(outcome.lines().get(2)).isEqualTo("3 | 1 | 47.5 | ");
    assertThat(outcome.notes()).containsExactly("no-geometry", "invalid-geometry");
  }

  @Test
  void keepsIdentifiersThatAreMoreThanRanks() {
    String ranks = "{\"type\":\"Feature\",\"id\":0,\"properties\":{\"n\":1},\"geometry\":null}";
    assertThat(collection(ranks).columns()).containsExactly("n");
    String named =
        "{\"type\":\"Feature\",\"id\":\"A1\",\"properties\":{\"n\":1},\"geometry\":null}";
    assertThat(collection(named).columns()).containsExactly("n", "id");
  }

  @Test
  void doesNotRepeatCoordinatesTheRecordsAlreadyHave() {
    Outcome same =
        collection(feature("\"Longitude\":1.900001,\"Latitude\":47.9", point("1.9,47.9")));
    assertThat(same.columns()).containsExactly("Longitude", "Latitude");
    Outcome other = collection(feature("\"Longitude\":5,\"Latitude\":6", point("1.9,47.9")));
    assertThat(other.columns()).hasSize(4);
  }

  @Test
  void refusesJsonThatIsTooDeepOrBroken() {
    String deep = "{\"type\":\"FeatureCollection\",\"features\":" + "[".repeat(10_000);
    assertThat(Outcome.of("a.geojson", deep).refusal()).isEqualTo("json-too-deep");
    String coordinates =
        "{\"type\":\"Point\",\"coordinates\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThat(Outcome.of("a.geojson", coordinates).refusal()).isEqualTo("json-too-deep");
    byte[] whole =
        ("{\"type\":\"FeatureCollection\",\"features\":["
                + feature("\"n\":1", point("1,47"))
                + "]}")
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 60; length < whole.length; length++) {
      assertThat(Outcome.of("a.geojson", Arrays.copyOf(whole, length)).refusal())
          .isEqualTo("corrupt-json");
    }
  }

  @Test
  void keepsHugeNumbersOut() {
    String exponent = feature("\"n\":1e999999999", point("1,47"));
    assertThat(collection(exponent).rows()).hasSize(1);
    String digits = feature("\"n\":" + "9".repeat(5_000), point("1,47"));
    assertThat(collection(digits).refusal()).isEqualTo("json-too-long");
  }

  private static Outcome collection(String... features) {
    return Outcome.of(
        "a.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{"
        + properties
        + "},\"geometry\":"
        + geometry
        + "}";
  }

  @Test
  void readsASequenceAndAScript() {
    String feature =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.9,47.9]},"
            + "\"properties\":{\"nom\":\"A\"}}";
    Outcome sequence = Outcome.of("a.geojsons", "\u001e" + feature + "\n\u001e" + feature + "\n");
    assertThat(sequence.reading().format()).isEqualTo("geojson");
    assertThat(sequence.lines()).containsExactly("A | 1.9 | 47.9", "A | 1.9 | 47.9");
    Outcome script =
        Outcome.of(
            "a.js", "var lieux = {\"type\":\"FeatureCollection\",\"features\":[" + feature + "]};");
    assertThat(script.lines()).containsExactly("A | 1.9 | 47.9");
    assertThat(script.notes()).containsExactly("json-in-script");
  }

  @Test
  void makesColumnsOfMembersBesideTheProperties() {
    Outcome outcome =
        Outcome.of(
            "a.geojson",
            "{\"type\":\"FeatureCollection\",\"name\":\"lieux\",\"features\":[{\"type\":\"Feature\","
                + "\"bbox\":[1,2,3,4],\"niveau\":2,\"nom\":\"b\",\"geometry\":null,"
                + "\"properties\":{\"nom\":\"a\"}}]}");
    assertThat(outcome.columns()).containsExactly("nom", "niveau", "feature.nom");
    assertThat(outcome.lines()).containsExactly("a | 2 | b");
    assertThat(outcome.notes()).contains("foreign-members");
  }

  @Test
  void looksUpOneSystemOnly() {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < 20_000; i++) {
      text.append(i > 0 ? "," : "").append("{\"type\":\"Feature\",\"geometry\":null,\"crs\":");
      text.append("{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:").append(50_000 + i);
      text.append("\"}},\"properties\":{}}");
    }
    long start = System.nanoTime();
    assertThat(Outcome.of("a.geojson", text + "]}").rows()).hasSize(20_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void survivesAnyDamage() {
    String text =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
            + "\"EPSG:2154\"}},\"features\":[{\"type\":\"Feature\",\"id\":1,\"geometry\":{\"type\":"
            + "\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":"
            + "[700000,6600000,3]}]},\"properties\":{\"a\":{\"b\":[1,{}]}}}]}";
    Damage.survive(new GeoJsonFormat(), "a.geojson", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String point(String coordinates) {
    return "{\"type\":\"Point\",\"coordinates\":[" + coordinates + "]}";
  }
}
