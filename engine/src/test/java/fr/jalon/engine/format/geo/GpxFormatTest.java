package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.SheetSummary;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GpxFormatTest {
  private static final String POINT =
      "<wpt lat=\"47.90\" lon=\"1.91\"><ele>95.5</ele><name>Départ &amp; parking</name>"
          + "<link href=\"https://mairie.example/boucle\"><text>voir</text></link>"
          + "<extensions><a:places xmlns:a=\"x\">12</a:places></extensions></wpt>";
  private static final String TRACK =
      "<trk><name>Boucle du Loiret</name><trkseg>"
          + "<trkpt lat=\"47.9\" lon=\"1.9\"><ele>90</ele><time>2024-05-01T08:00:00Z</time></trkpt>"
          + "<trkpt lat=\"47.91\" lon=\"1.92\"><ele>91</ele></trkpt></trkseg><trkseg>"
          + "<trkpt lat=\"48\" lon=\"2\"><ele>92</ele></trkpt>"
          + "<trkpt lat=\"48.1\" lon=\"2.1\"><ele>93</ele></trkpt></trkseg></trk>";
  private static final String ROUTE =
      "<rte><name>Liaison</name><rtept lat=\"47\" lon=\"1\"/><rtept lat=\"47.5\" lon=\"1.5\">"
          + "<name>Pont</name></rtept></rte>";

  @Test
  void readsTracksAsLinesAndOffersTheRest() {
    Outcome outcome = Outcome.of("a.gpx", gpx(POINT + ROUTE + TRACK));
    assertThat(outcome.reading().sheet()).isEqualTo("traces");
    assertThat(outcome.lines())
        .containsExactly(
            "Boucle du Loiret | {\"type\":\"MultiLineString\",\"coordinates\":"
                + "[[[1.9,47.9,90],[1.92,47.91,91]],[[2,48,92],[2.1,48.1,93]]]}");
    assertThat(outcome.notes()).containsExactly("gpx-details");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name, SheetSummary::rows, SheetSummary::columns)
        .containsExactly(
            tuple("points des traces", 4L, 6),
            tuple("points des itinéraires", 2L, 4),
            tuple("traces", 1L, 2),
            tuple("itinéraires", 1L, 2),
            tuple("points", 1L, 6));
    assertThat(outcome.reading().sheets().get(0).head()).hasSize(4);
  }

  @Test
  void readsPointsWithAllTheySay() {
    Outcome outcome = Outcome.of("a.gpx", gpx(POINT));
    assertThat(outcome.columns())
        .containsExactly("name", "link", "places", "longitude", "latitude", "altitude");
    assertThat(outcome.lines())
        .containsExactly(
            "Départ & parking | https://mairie.example/boucle | 12 | 1.91 | 47.90 | 95.5");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:4326");
  }

  @Test
  void readsThePointsOfTheTracksWhenAsked() {
    Outcome outcome =
        Outcome.of(
            "a.gpx",
            gpx(TRACK).getBytes(StandardCharsets.UTF_8),
            ReadOptions.NONE.withSheet("points des traces"));
    assertThat(outcome.columns())
        .containsExactly("ligne", "segment", "time", "longitude", "latitude", "altitude");
    assertThat(outcome.lines().get(0))
        .isEqualTo("Boucle du Loiret | 1 | 2024-05-01T08:00:00Z | 1.9 | 47.9 | 90");
    assertThat(outcome.lines().get(3)).startsWith("Boucle du Loiret | 2 |");
  }

  @Test
  void saysWhatHasNoPlace() {
    Outcome outcome =
        Outcome.of("a.gpx", gpx("<wpt lat=\"x\" lon=\"1\"><name>a</name></wpt>" + POINT));
    assertThat(outcome.rows()).hasSize(2);
    assertThat(outcome.notes()).containsExactly("invalid-geometry");
  }

  @Test
  void refusesWhatHoldsNothing() {
    assertThat(Outcome.of("a.gpx", gpx("")).refusal()).isEqualTo("gpx-without-points");
    assertThat(Outcome.of("a.gpx", gpx(TRACK).substring(0, 200)).refusal())
        .isEqualTo("corrupt-xml");
    String entity = gpx(POINT).replace("<gpx", "<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx");
    assertThat(Outcome.of("a.gpx", entity).refusal()).isEqualTo("xml-doctype");
  }

  @Test
  void survivesAnyDamage() {
    Damage.survive(
        new GpxFormat(), "a.gpx", gpx(POINT + ROUTE + TRACK).getBytes(StandardCharsets.UTF_8));
  }

  private static String gpx(String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- <kml> --><gpx version=\"1.1\""
        + " creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\"><metadata><name>x</name>"
        + "</metadata>"
        + content
        + "</gpx>";
  }
}
