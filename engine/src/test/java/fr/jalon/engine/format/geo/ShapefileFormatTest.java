package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Zips;
import fr.jalon.engine.table.SheetSummary;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapefileFormatTest {
  private static final String LAMBERT_93 =
      "PROJCS[\"RGF93_Lambert_93\",GEOGCS[\"GCS_RGF_1993\",DATUM[\"D_RGF_1993\",SPHEROID["
          + "\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","
          + "0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER["
          + "\"False_Easting\",700000.0],PARAMETER[\"False_Northing\",6600000.0],PARAMETER["
          + "\"Central_Meridian\",3.0],PARAMETER[\"Latitude_Of_Origin\",46.5],UNIT[\"Meter\",1.0]]";

  @ParameterizedTest
  @CsvSource({
    "windows-1252,",
    "IBM850,",
    "UTF-8,",
    "UTF-8,UTF-8",
    "windows-1252,1252",
    "UTF-8,1252"
  })
  void findsTheEncodingOfTheAttributes(String charset, String declared) {
    Zips zip = layer("été", point(700000, 6600000), dbf(Charset.forName(charset), "Église d'été"));
    if (declared != null) {
      zip.with("été.cpg", declared);
    }
    Outcome outcome = Outcome.of("a.zip", zip.bytes());
    assertThat(outcome.columns()).containsExactly("NOM", "SURFACE", "longitude", "latitude");
    assertThat(outcome.lines()).containsExactly("Église d'été | 12.5 | 3 | 46.5");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:2154");
    assertThat(outcome.reading().sheet()).isEqualTo("été");
  }

  @Test
  void listsEveryLayerAndReadsNamesOfDos() {
    Zips zip = layer("Départ", point(700000, 6600000), dbf(StandardCharsets.UTF_8, "a"));
    zip.with("Arrivée.shp", point(700000, 6600000));
    zip.with("Arrivée.dbf", dbf(StandardCharsets.UTF_8, "b"));
    Outcome outcome = Outcome.of("a.zip", zip.bytes(Charset.forName("IBM850")));
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name)
        .containsExactly("Départ", "Arrivée");
    assertThat(outcome.lines()).containsExactly("a | 12.5 | 3 | 46.5");
  }

  @Test
  void putsHolesInTheirPolygonAndTurnsRingsTheStandardWay() {
    double[][] outer = {{0, 0}, {0, 10}, {10, 10}, {10, 0}, {0, 0}};
    double[][] hole = {{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}};
    double[][] other = {{20, 0}, {20, 10}, {30, 10}, {30, 0}, {20, 0}};
    Zips zip =
        layer("a", polygon(outer, other, hole), dbf(StandardCharsets.UTF_8, "x"))
            .with("a.prj", "GEOGCS[\"GCS_WGS_1984\"]");
    assertThat(Outcome.of("a.zip", zip.bytes()).rows().get(0).get(2))
        .isEqualTo(
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[10,0],[10,10],[0,10],[0,0]],"
                + "[[2,2],[2,4],[4,4],[4,2],[2,2]]],[[[20,0],[30,0],[30,10],[20,10],[20,0]]]]}");
  }

  @Test
  void showsEveryLayerWithItsFirstRows() {
    Zips zip = layer("a", point(700000, 6600000), dbf(StandardCharsets.UTF_8, "a"));
    zip.with("nord/a.shp", point(1.9, 47.9)).with("nord/a.dbf", dbf(StandardCharsets.UTF_8, "b"));
    zip.with("c.shp", point(1.9, 47.9));
    zip.with("__MACOSX/._a.shp", "x").with("._b.shp", "x");
    Outcome outcome = Outcome.of("a.zip", zip.bytes());
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name, SheetSummary::rows, SheetSummary::columns)
        .containsExactly(tuple("a", 1L, 4), tuple("nord/a", 1L, 4), tuple("c", 1L, 2));
    assertThat(outcome.reading().sheets()).allMatch(sheet -> sheet.head().size() == 1);
    Outcome second = Outcome.of("a.zip", zip.bytes(), ReadOptions.NONE.withSheet("nord/a"));
    assertThat(second.lines()).containsExactly("b | 12.5 | 1.9 | 47.9");
  }

  @Test
  void readsShapesWithoutAttributes() {
    byte[] zip = new Zips().with("a.shp", point(1.9, 47.9)).bytes();
    Outcome outcome = Outcome.of("a.zip", zip);
    assertThat(outcome.lines()).containsExactly("1.9 | 47.9");
    assertThat(outcome.notes()).containsExactly("no-attributes");
  }

  @Test
  void believesCountsOnlyAsFarAsTheBytesGo() {
    byte[] shape = polygon(new double[][] {{0, 0}, {0, 1}, {1, 1}, {0, 0}});
    ByteBuffer.wrap(shape).order(ByteOrder.LITTLE_ENDIAN).putInt(108 + 40, Integer.MAX_VALUE);
    Outcome outcome =
        Outcome.of("a.zip", layer("a", shape, dbf(StandardCharsets.UTF_8, "x")).bytes());
    assertThat(outcome.notes()).contains("invalid-geometry");
    byte[] cut = Arrays.copyOf(shape, shape.length - 9);
    assertThat(
            Outcome.of("a.zip", layer("a", cut, dbf(StandardCharsets.UTF_8, "x")).bytes())
                .refusal())
        .isEqualTo("corrupt-shapefile");
    byte[] table = dbf(StandardCharsets.UTF_8, "x");
    ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
    assertThat(Outcome.of("a.zip", layer("a", point(1, 47), table).bytes()).rows()).hasSize(1);
  }

  private static Zips layer(String name, byte[] shapes, byte[] attributes) {
    return new Zips()
        .with(name + ".shp", shapes)
        .with(name + ".dbf", attributes)
        .with(name + ".prj", LAMBERT_93);
  }

  private static byte[] point(double x, double y) {
    ByteBuffer content = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(1).putDouble(x).putDouble(y);
    return shp(1, content.array());
  }

  private static byte[] polygon(double[][]... rings) {
    int points = Arrays.stream(rings).mapToInt(ring -> ring.length).sum();
    ByteBuffer content =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(5).position(36);
    content.putInt(rings.length).putInt(points);
    int start = 0;
    for (double[][] ring : rings) {
      content.putInt(start);
      start += ring.length;
    }
    for (double[][] ring : rings) {
      for (double[] position : ring) {
        content.putDouble(position[0]).putDouble(position[1]);
      }
    }
    return shp(5, content.array());
  }

  private static byte[] shp(int type, byte[] content) {
    ByteBuffer file = ByteBuffer.allocate(108 + content.length);
    file.putInt(9994).position(24);
    file.putInt(file.capacity() / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(type);
    file.order(ByteOrder.BIG_ENDIAN).position(100);
    file.putInt(1).putInt(content.length / 2).put(content);
    return file.array();
  }

  private static byte[] dbf(Charset charset, String name) {
    ByteBuffer file = ByteBuffer.allocate(32 + 64 + 1 + 31).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).position(4);
    file.putInt(1).putShort((short) 97).putShort((short) 31).position(32);
    file.put("NOM".getBytes(StandardCharsets.US_ASCII)).position(32 + 11);
    file.put((byte) 'C').position(32 + 16);
    file.put((byte) 20).position(64);
    file.put("SURFACE".getBytes(StandardCharsets.US_ASCII)).position(64 + 11);
    file.put((byte) 'N').position(64 + 16);
    file.put((byte) 10).position(96);
    file.put((byte) 0x0d).put((byte) ' ');
    byte[] text = Arrays.copyOf(name.getBytes(charset), 20);
    file.put(text).put("   12.5000".getBytes(StandardCharsets.US_ASCII));
    return file.array();
  }
}
