package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.geo.FlatFile.Fields;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlatGeobufFormatTest {
  private static final Fields POINT = geometry(1, null, 700_000, 6_600_000);
  private static final Fields TRIANGLE = geometry(3, null, 0, 47, 1, 47, 1, 48, 0, 47);

  @Test
  void readsPropertiesOfEveryTypeAndTheSystem() {
    ByteBuffer all = values();
    all.putShort((short) 0).putInt(5).put(text("Été"));
    all.putShort((short) 1).putLong(9_007_199_254_740_993L);
    all.putShort((short) 2).putDouble(0.1);
    all.putShort((short) 3).put((byte) 1);
    all.putShort((short) 4).putInt(-1);
    all.putShort((short) 5).putInt(3).put(new byte[3]);
    all.putShort((short) 6).putFloat(2.5f);
    Fields header =
        header(
            0,
            0,
            crs(2154),
            column("nom", 11),
            column("grand", 7),
            column("x", 10),
            column("ok", 2),
            column("n", 6),
            column("photo", 14),
            column("f", 9));
    Outcome outcome =
        Outcome.of("a.fgb", FlatFile.of(header, 0, Fields.of(POINT, trimmed(all)), Fields.of()));
    assertThat(outcome.columns())
        .containsExactly("nom", "grand", "x", "ok", "n", "f", "longitude", "latitude");
    assertThat(outcome.lines())
        .containsExactly(
            "Été | 9007199254740993 | 0.1 | true | 4294967295 | 2.5 | 3 | 46.5",
            " |  |  |  |  |  |  | ");
    assertThat(outcome.reading().crs()).isEqualTo("EPSG:2154");
    assertThat(outcome.notes()).containsExactly("binary-left-out", "reprojected", "no-geometry");
  }

  @Test
  void readsEveryKindOfShapeAndSkipsTheIndex() {
    Fields multi =
        Fields.of(null, null, null, null, null, null, (byte) 6, List.of(TRIANGLE, TRIANGLE));
    Fields lines = geometry(5, new int[] {2, 4}, 1, 47, 2, 48, 3, 47, 4, 48);
    Fields points = geometry(4, null, 1, 47, 2, 48);
    Fields collection =
        Fields.of(null, null, null, null, null, null, (byte) 7, List.of(points, lines));
    byte[] file =
        FlatFile.of(
            header(0, 5, null),
            40 * 6,
            Fields.of(TRIANGLE),
            Fields.of(multi),
            Fields.of(lines),
            Fields.of(points),
            Fields.of(collection));
    Outcome outcome = Outcome.of("a.fgb", file);
    String ring = "[[0,47],[1,47],[1,48],[0,47]]";
    String two = "[[[1,47],[2,48]],[[3,47],[4,48]]]";
    assertThat(outcome.lines())
        .containsExactly(
            "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + ring + "],[" + ring + "]]}",
            "{\"type\":\"MultiLineString\",\"coordinates\":" + two + "}",
            "{\"type\":\"MultiPoint\",\"coordinates\":[[1,47],[2,48]]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiPoint\","
                + "\"coordinates\":[[1,47],[2,48]]},{\"type\":\"MultiLineString\",\"coordinates\":"
                + two
                + "}]}");
  }

  @Test
  void refusesCountsThatAreNotThere() {
    byte[] file = FlatFile.of(header(1, 3, null), 40 * 4, Fields.of(TRIANGLE));
    assertThat(Outcome.of("a.fgb", file).refusal()).isEqualTo("corrupt-fgb");
    byte[] huge = FlatFile.of(header(1, Long.MAX_VALUE, null), 0);
    assertThat(Outcome.of("a.fgb", huge).refusal()).isEqualTo("too-many-rows");
    byte[] whole = FlatFile.of(header(1, 0, null), 0, Fields.of(TRIANGLE));
    for (int length = 8; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      boolean atEnd = length == whole.length - message(whole);
      if (!atEnd) {
        assertThat(Outcome.of("a.fgb", cut).refusal()).isEqualTo("corrupt-fgb");
      }
    }
  }

  @Test
  void refusesListsThatPointManyTimesAtTheSamePositions() {
    double[] positions = new double[6000];
    Arrays.fill(positions, 1.234567890123);
    Fields shared = Fields.of(null, positions, null, null, null, null, (byte) 2);
    Fields collection =
        Fields.of(null, null, null, null, null, null, (byte) 7, Collections.nCopies(1, shared));
    byte[] file = FlatFile.of(header(0, 0, null), 0, Fields.of(collection));
    assertThat(Outcome.of("a.fgb", file).rows()).hasSize(1);
    assertThat(Outcome.of("a.fgb", manyTimes(file)).refusal()).isEqualTo("too-large");
  }

  @Test
  void survivesAnyDamage() {
    ByteBuffer all = values();
    all.putShort((short) 0).putInt(5).put(text("Été"));
    all.putShort((short) 1).putLong(7);
    byte[] file =
        FlatFile.of(
            header(0, 2, crs(4326), column("nom", 11), column("n", 7)),
            40 * 3,
            Fields.of(TRIANGLE, trimmed(all)),
            Fields.of(POINT, trimmed(all)));
    Damage.survive(new FlatGeobufFormat(), "a.fgb", file);
  }

  /** Adds to the only feature a list of thousands of offsets to the one line it has. */
  private static byte[] manyTimes(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int feature = 12 + bytes.getInt(8);
    int length = bytes.getInt(feature);
    int root = feature + 4 + bytes.getInt(feature + 4);
    int geometry = follow(bytes, root, 0);
    int parts = field(bytes, geometry, 7);
    int line = follow(bytes, follow(bytes, parts) + 4);
    int times = 20_000;
    // offsets only go forward, so that the line is written again after the list
    int start = line - bytes.getInt(line);
    int list = 4 + 4 * times;
    byte[] more = Arrays.copyOf(file, 2 * file.length + list - start);
    System.arraycopy(file, start, more, file.length + list, file.length - start);
    int again = file.length + list + line - start;
    ByteBuffer out = ByteBuffer.wrap(more).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(feature, length + more.length - file.length);
    out.putInt(parts, file.length - parts);
    out.putInt(file.length, times);
    for (int i = 0; i < times; i++) {
      int place = file.length + 4 + 4 * i;
      out.putInt(place, again - place);
    }
    return more;
  }

  private static int field(ByteBuffer bytes, int table, int index) {
    int vtable = table - bytes.getInt(table);
    return table + bytes.getShort(vtable + 4 + 2 * index);
  }

  private static int follow(ByteBuffer bytes, int table, int index) {
    return follow(bytes, field(bytes, table, index));
  }

  private static int follow(ByteBuffer bytes, int place) {
    return place + bytes.getInt(place);
  }

  /** Length of the only feature of a file, its own length included. */
  private static int message(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    return 4 + bytes.getInt(12 + bytes.getInt(8));
  }

  private static Fields header(int type, long count, @Nullable Fields crs, Fields... columns) {
    @Nullable List<Fields> all = columns.length == 0 ? null : List.of(columns);
    return Fields.of(
        "essai", null, (byte) type, null, null, null, null, all, count, (short) 16, crs);
  }

  private static Fields crs(int code) {
    return Fields.of("EPSG", code);
  }

  private static Fields column(String name, int type) {
    return Fields.of(name, (byte) type);
  }

  private static Fields geometry(int type, int @Nullable [] ends, double... xy) {
    return Fields.of(ends, xy, null, null, null, null, (byte) type);
  }

  private static ByteBuffer values() {
    return ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] trimmed(ByteBuffer values) {
    return Arrays.copyOf(values.array(), values.position());
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
