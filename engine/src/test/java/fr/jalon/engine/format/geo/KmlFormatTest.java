package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.Zips;
import org.junit.jupiter.api.Test;

class KmlFormatTest {
  private static final String POINT =
      "<Placemark><name>Parc</name><description><![CDATA[<b>grand</b>]]></description>"
          + "<ExtendedData><Data name=\"surface\"><value>12</value></Data></ExtendedData>"
          + "<Point><coordinates> 1.9,47.9,0 </coordinates></Point></Placemark>";
  private static final String POLYGON =
      "<Placemark><name>Zone</name><Polygon><outerBoundaryIs><LinearRing><coordinates>\n"
          + "1,47 2,47\n 2,48 1,47</coordinates></LinearRing></outerBoundaryIs></Polygon>"
          + "</Placemark>";

  @Test
  void readsPlacemarksWithTheirData() {
    Outcome outcome = Outcome.of("a.kml", kml(POINT + POLYGON));
    assertThat(outcome.columns())
        .containsExactly("name", "description", "surface", "longitude", "latitude", "geometry");
    assertThat(outcome.lines())
        .containsExactly(
            "Parc | <b>grand</b> | 12 | 1.9 | 47.9 | ",
            "Zone |  |  |  |  | {\"type\":\"Polygon\",\"coordinates\":[[[1,47],[2,47],[2,48],[1,47]]]}");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:4326");
  }

  @Test
  void readsTracksAsLines() {
    String track =
        "<gx:Track><when>2024-01-01T08:00:00Z</when><when>2024-01-01T08:01:00Z</when><gx:coord>"
            + "1.9 47.9 100</gx:coord><gx:coord/><gx:coord> 1.91 47.91\n101</gx:coord></gx:Track>";
    String stay = "<gx:Track><gx:coord>1.92 47.92 99</gx:coord></gx:Track>";
    Outcome outcome =
        Outcome.of(
            "a.kml",
            kml(
                "<Placemark><name>Tour</name>"
                    + track
                    + "</Placemark><Placemark><name>Deux</name>"
                    + "<gx:MultiTrack>"
                    + track
                    + stay
                    + "</gx:MultiTrack></Placemark>"
                    + "<Placemark><name>Vide</name><gx:Track/></Placemark>"));
    String line = "{\"type\":\"LineString\",\"coordinates\":[[1.9,47.9],[1.91,47.91]]}";
    assertThat(outcome.lines())
        .containsExactly(
            "Tour | " + line,
            "Deux | {\"type\":\"GeometryCollection\",\"geometries\":["
                + line
                + ",{\"type\":\"Point\",\"coordinates\":[1.92,47.92]}]}",
            "Vide | ");
    assertThat(outcome.columns()).containsExactly("name", "geometry");
  }

  @Test
  void readsADocumentInsideAnArchive() {
    byte[] kmz = new Zips().with("doc.kml", kml(POINT)).with("images/a.png", "x").bytes();
    assertThat(Outcome.of("a.kmz", kmz).rows()).hasSize(1);
  }

  @Test
  void tellsFoldersApartWhenThereAreSeveral() {
    Outcome outcome =
        Outcome.of(
            "a.kml",
            kml(
                "<Folder><name>A</name>"
                    + POINT
                    + "</Folder><Folder><name>B</name>"
                    + POINT
                    + "</Folder>"));
    assertThat(outcome.columns()).contains("dossier");
  }

  @Test
  void refusesEntitiesAndEmptyMaps() {
    String bomb = "<!DOCTYPE kml [<!ENTITY a \"b\">]>" + kml("<name>&a;</name>");
    assertThat(Outcome.of("a.kml", bomb).refusal()).isEqualTo("xml-doctype");
    assertThat(Outcome.of("a.kml", kml("")).refusal()).isEqualTo("kml-without-placemarks");
    assertThat(Outcome.of("a.kml", kml(POINT).substring(0, 200)).refusal())
        .isEqualTo("corrupt-xml");
  }

  @Test
  void readsTheTableOfADescription() {
    String table =
        "<Placemark><name>A</name><description><![CDATA[<html><table border=\"0\"><tr><th>Nature</th>"
            + "<td><b>Arr\u00eat &amp; abri</b></td></tr><tr><td>Ann\u00e9e</td><td>2020</td></tr>"
            + "</table></html>]]></description><Point><coordinates>1.9,47.9</coordinates></Point>"
            + "</Placemark>";
    Outcome outcome = Outcome.of("a.kml", kml(table));
    assertThat(outcome.columns())
        .containsExactly("name", "Nature", "Ann\u00e9e", "longitude", "latitude");
    assertThat(outcome.lines()).containsExactly("A | Arr\u00eat & abri | 2020 | 1.9 | 47.9");
  }

  @Test
  void goesNowhereTheMapPointsTo() {
    String link = "<NetworkLink><Link><href>http://127.0.0.1:1/a.kml</href></Link></NetworkLink>";
    assertThat(Outcome.of("a.kml", kml(POINT + link)).notes()).containsExactly("kml-links");
  }

  private static String kml(String content) {
    return "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
        + content
        + "</Document></kml>";
  }
}
